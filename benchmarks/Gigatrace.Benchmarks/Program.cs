using Gigatrace.Benchmarks;

switch (args)
{
    case ["values", var folder, .. var more]:
        ValuesBench.Values(folder, more is ["--verbose"]);
        break;
    case ["edtf", var file, .. var more]:
        ValuesBench.Edtf(file, more is ["--verbose"]);
        break;
    case ["show-values", var file, .. var published]:
        ValuesBench.Show(file, published is [var date] ? date : null);
        break;
    case ["show-sentences", var file]:
        ValuesBench.ShowSentences(file);
        break;
    case ["values-speed", var folder]:
        ValuesBench.Speed(folder);
        break;
    default:
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
