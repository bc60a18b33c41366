using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Verbs;

/// <summary>One call of a verb: what was given, and the way to the use cases.</summary>
public sealed class VerbCall(
    string verb, IReadOnlyDictionary<string, object?> given, IServiceProvider services, ITexts texts, Action<string> progress)
{
    private readonly UseCaseEntry entry = services.GetRequiredService<UseCaseEntry>();
    private readonly IBrandDirectory brands = services.GetRequiredService<IBrandDirectory>();

    /// <summary>Texts in the language of the command line.</summary>
    public ITexts Texts { get; } = texts;

    /// <summary>Null where the option was not given.</summary>
    public string? Text(string name) => (string?)given.GetValueOrDefault(name);

    /// <summary>The value of an argument or of an option that must be given.</summary>
    public string Required(string name) =>
        Text(name) ?? throw new InvalidOperationException($"{verb} does not require {name}.");

    /// <summary>Every value of an option that may be repeated.</summary>
    public IReadOnlyList<string> Values(string name) => given.GetValueOrDefault(name) as string[] ?? [];

    public DateOnly? Date(string name) => (DateOnly?)given.GetValueOrDefault(name);

    public bool Flag(string name) => given.GetValueOrDefault(name) is true;

    /// <summary>A line on the error stream, so that the answer's stream stays clean.</summary>
    public void Progress(string line) => progress(line);

    /// <summary>The brand of that code, or null.</summary>
    public Brand? FindBrand(string code) => brands.Find(code);

    /// <summary>The brand of that code; refused where there is none.</summary>
    public Brand Brand(string code) =>
        FindBrand(code) ?? throw new Refusal("brand.not-found", RefusalKind.NotFound, ("brand", code));

    /// <summary>Runs a use case as the house, for the chain or for one brand; throws its refusal.</summary>
    public Task<TResult> RunAsync<TResult>(IInput<TResult> input, Brand? brand, CancellationToken cancel) =>
        entry.RunAsync(input, new CallContext(Caller.House(verb), Channel.CommandLine) { Brand = brand }, cancel);
}
