using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FuzzySharp;

namespace Gigatrace.App;

/// <summary>One verb of the command line, with an example that its help and its page in <c>docs/verbs</c> show.</summary>
internal sealed class Verb : Command
{
    private Verb(string name, string description, string example)
        : base(name, description) => Example = example;

    public string Example { get; }

    public static Verb Of(string name, string description, string example, Func<ParseResult, int> run, params IEnumerable<Symbol> symbols)
    {
        var verb = new Verb(name, description, example);
        verb.SetAction(run);
        return verb.With(symbols);
    }

    /// <summary>A verb that only has verbs below it.</summary>
    public static Verb Of(string name, string description, string example, params IEnumerable<Command> verbs) => new Verb(name, description, example).With(verbs);

    private Verb With(IEnumerable<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) Add(argument);
            else if (symbol is Option option) Add(option);
            else if (symbol is Command command) Add(command);
        }

        return this;
    }
}

/// <summary>Parses what was typed and runs the verb; a slip in typing gives one line and no page of help.</summary>
internal static class CommandLine
{
    public static int Run(RootCommand verbs, string[] args, Shell shell)
    {
        foreach (var help in verbs.Options.OfType<HelpOption>()) help.Action = new HelpWithExample((HelpAction)help.Action!, shell);
        var parsed = verbs.Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExample) throw Slip(parsed);
        return parsed.Invoke(new InvocationConfiguration { Output = shell.Out, Error = shell.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    /// <summary>The one message that helps most: the word that is not known goes before the one that is missing because of it.</summary>
    private static Failure Slip(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        var nearest = unknown is null ? null : command.Subcommands.Select(verb => verb.Name).Where(name => Fuzz.Ratio(name, unknown) >= 60).MaxBy(name => Fuzz.Ratio(name, unknown));
        var message = unknown is null ? string.Join(' ', parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.')
            : nearest is null ? $"'{unknown}' is not known here" : $"'{unknown}' is not known; did you mean {nearest}?";
        return new Failure($"{message}; `gigatrace {Name(command)}--help` shows how");
    }

    private static string Name(Command command) => command switch
    {
        RootCommand => "",
        _ => $"{string.Concat(command.Parents.OfType<Command>().Select(Name))}{command.Name} ",
    };

    private sealed class HelpWithExample(HelpAction plain, Shell shell) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            plain.MaxWidth = shell.Width;
            plain.Invoke(parseResult);
            var example = parseResult.CommandResult.Command is Verb verb ? verb.Example : "gigatrace read samples/\ngigatrace plant douai --evidence";
            shell.Out.WriteLine("Example:");
            foreach (var line in example.Split('\n')) shell.Out.WriteLine($"  {line}");
            return Ending.Done;
        }
    }
}
