namespace RetailMember.Marketing.Segments.Rules;

/// <summary>How many members a tree of conditions is said to have.</summary>
/// <param name="Count">Null: fewer than <paramref name="FewerThan"/>.</param>
/// <param name="IsRounded">Down to tens, because a condition asks of sensitive data.</param>
internal readonly record struct ToldCount(long? Count, int? FewerThan, bool IsRounded)
{
    /// <summary>
    /// Fewer are not counted aloud: whoever narrows a set to one member and adds a sensitive condition would read 1 or 0, and
    /// know. Among twenty nobody is made out by who is left away.
    /// </summary>
    public const int Fewest = 20;

    private const int Step = 10;

    /// <summary>What costs are reckoned from: never more exact than what is told.</summary>
    public long AtMost => Count ?? FewerThan ?? 0;

    public static ToldCount Exact(long members) => new(members, null, IsRounded: false);

    public static ToldCount Coarse(long members) =>
        members < Fewest ? new(null, Fewest, IsRounded: true) : new(members - members % Step, null, IsRounded: true);
}
