using System.CommandLine;
using System.Globalization;
using RetailMember.Host.Setup;
using RetailMember.Verbs;

namespace RetailMember.Host.CommandLine;

/// <summary>Puts a verb that a module described on the command line.</summary>
internal static class ModuleVerb
{
    private const string DateForm = "yyyy-MM-dd";

    public static void AddTo(RootCommand root, HostSetup setup, VerbWords words, Verb verb)
    {
        var command = CommandOf(root, words, verb.Name);
        var readers = new Dictionary<string, Func<ParseResult, object?>>();
        foreach (var parameter in verb.Parameters)
            readers[parameter.Name] = Add(command, parameter, words.Of(verb.Name, parameter.Name));
        var json = VerbRun.JsonOption(words);
        command.Options.Add(json);
        command.SetAction((given, cancel) =>
        {
            if (verb.ReadsOnly) setup.RefuseMissingDatabase();
            var values = readers.ToDictionary(r => r.Key, r => r.Value(given));
            return new VerbRun(setup, words.Texts, given.GetValue(json)).OnDataAsync(
                app => verb.RunAsync(
                    new VerbCall(verb.Name, values, app.Services, words.Texts, Console.Error.WriteLine), cancel),
                cancel);
        });
    }

    // 'import purchases' is the command purchases below the command import.
    private static Command CommandOf(RootCommand root, VerbWords words, string name)
    {
        Command parent = root;
        var path = "";
        foreach (var word in name.Split(' '))
        {
            path = path.Length == 0 ? word : $"{path} {word}";
            var found = parent.Subcommands.FirstOrDefault(c => c.Name == word);
            if (found is null) parent.Subcommands.Add(found = new Command(word, words.Of(path)));
            parent = found;
        }

        return parent;
    }

    private static Func<ParseResult, object?> Add(Command command, VerbParameter parameter, string text)
    {
        switch (parameter.Kind)
        {
            case VerbParameterKind.Argument:
                var argument = new Argument<string>(parameter.Name) { Description = text };
                command.Arguments.Add(argument);
                return given => given.GetValue(argument);
            case VerbParameterKind.Flag:
                return Option(new Option<bool>("--" + parameter.Name), value => value);
            case VerbParameterKind.Options:
                return Option(new Option<string[]>("--" + parameter.Name), value => value ?? []);
            case VerbParameterKind.Date:
                return Option(new Option<DateOnly?>("--" + parameter.Name) { CustomParser = ParseDate }, value => value);
            default:
                return Option(new Option<string?>("--" + parameter.Name), value => value);
        }

        Func<ParseResult, object?> Option<T>(Option<T> option, Func<T?, object?> value)
        {
            option.Description = text;
            option.Required = parameter.Required;
            command.Options.Add(option);
            return given => value(given.GetValue(option));
        }
    }

    private static DateOnly? ParseDate(System.CommandLine.Parsing.ArgumentResult given)
    {
        var text = given.Tokens[0].Value;
        if (DateOnly.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        given.AddError($"'{text}' is not a date of the form {DateForm}.");
        return null;
    }
}
