using System.CommandLine;

namespace Gigatrace.App;

/// <summary>--jobs: how many documents are worked on at once. What is printed and recorded is the same whatever their number.</summary>
internal sealed class JobsOption : Option<int?>
{
    public JobsOption()
        : base("--jobs")
    {
        Description = "How many documents are worked on at once. Default: one for each core.";
        HelpName = "N";
        Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var typed }] && !(int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var jobs) && jobs is >= 1 and <= 256)) result.AddError($"'{typed}' is no number of jobs from 1 to 256");
        });
    }

    public int Of(ParseResult parsed) => parsed.GetValue(this) ?? Environment.ProcessorCount;
}
