namespace RetailMember.Rules;

/// <summary>A document of a brand's rules, with worked examples that it can prove itself by.</summary>
public interface IRules
{
    /// <summary>What each example comes to under these rules; without any, they are never put into force.</summary>
    IReadOnlyList<ExampleRun> RunExamples();
}

/// <summary>A worked example with what really came of it.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="MustBe">What head office says must come of it, as people read it.</param>
/// <param name="Is">What comes of it.</param>
public sealed record ExampleRun(string Title, string MustBe, string Is)
{
    /// <summary>It came true.</summary>
    public bool Passed => MustBe == Is;
}
