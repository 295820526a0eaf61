using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Gigatrace.Benchmarks;

// Speed, by name; how right the value grammars are on public cases; see docs/benchmarks.md.
switch (args)
{
    case ["text", .. var more]:
        BenchmarkRunner.Run<TextBench>(InThisProcess(), more);
        break;
    case ["ledger", .. var more]:
        BenchmarkRunner.Run<LedgerBench>(InThisProcess(), more);
        break;
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
    case ["claims", var file]:
        PeersBench.Claims(file);
        break;
    case ["stream", var file]:
        PeersBench.Stream(file);
        break;
    case ["web", var folder]:
        WebBench.Pages(folder);
        break;
    case ["names", var file, .. var options]:
        NamesBench.Cases(file, [.. options]);
        break;
    case ["names-lexicon", .. var options]:
        NamesBench.Lexicon(options is ["--verbose"]);
        break;
    case ["names-groups", var file]:
        NamesBench.Groups(file);
        break;
    case ["names-growth"]:
        NamesBench.Growth();
        break;
    default:
        Console.Error.WriteLine("usage: text | ledger | values FOLDER [--verbose] | edtf FILE [--verbose] | show-values FILE [PUBLISHED] | show-sentences FILE | values-speed FOLDER | claims FILE | stream FILE | web FOLDER | names FILE [--verbose [--wrong] [--kept]] | names-lexicon [--verbose] | names-groups FILE | names-growth");
        return 2;
}

return 0;

// No project is generated and built: the pins of this repository hold for what is measured.
static IConfig InThisProcess() => DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(4).WithIterationCount(10));
