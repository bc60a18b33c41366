namespace RetailMember.Verbs;

/// <summary>
/// A verb of the host's command line that a module brings, for example <c>import purchases</c>. It describes its
/// parameters as data and runs use cases through the entry as the house; the host parses, prints and sets the exit code.
/// </summary>
public abstract class Verb
{
    /// <summary>
    /// One word, or several with a space between. Its text key is <c>verb.</c> and the words joined by dots
    /// (<c>verb.import.purchases</c>); that of a parameter has the parameter's name behind it.
    /// </summary>
    public abstract string Name { get; }

    public virtual IReadOnlyList<VerbParameter> Parameters => [];

    /// <summary>
    /// True where it only reads: an embedded database that is not there is then refused instead of made, because a
    /// mistyped name would look like sound books.
    /// </summary>
    public virtual bool ReadsOnly => false;

    /// <summary>Does it. A <see cref="UseCases.Refusal"/> that is thrown is printed with its text; the verb failed then.</summary>
    public abstract Task<VerbAnswer> RunAsync(VerbCall call, CancellationToken cancel);
}

public enum VerbParameterKind
{
    /// <summary>A word that must be given, by its place.</summary>
    Argument,

    /// <summary><c>--name VALUE</c>.</summary>
    Option,

    /// <summary><c>--name VALUE</c>, as often as wanted.</summary>
    Options,

    /// <summary><c>--name DATE</c>, as 2025-12-31.</summary>
    Date,

    /// <summary><c>--name</c>.</summary>
    Flag,
}

/// <param name="Name">Without dashes: <c>as-of</c>.</param>
/// <param name="Required">Must be given; an argument always must.</param>
public sealed record VerbParameter(string Name, VerbParameterKind Kind, bool Required = false);

/// <summary>What a verb did.</summary>
/// <param name="Document">The one JSON document that <c>--json</c> prints, in the dialect of the API.</param>
/// <param name="Lines">What a person reads without <c>--json</c>.</param>
/// <param name="Succeeded">False makes the exit code 1, though nothing was refused: <c>verify</c> that found a breach.</param>
public sealed record VerbAnswer(object Document, IReadOnlyList<string> Lines, bool Succeeded = true)
{
    /// <summary>For verbs with more to say than success or failure; from 2 on, because 1 is failure.</summary>
    public int ExitCode { get; init; } = Succeeded ? 0 : 1;
}
