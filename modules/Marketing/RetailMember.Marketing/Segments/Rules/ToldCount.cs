namespace RetailMember.Marketing.Segments.Rules;

/// <summary>How many members are said to be there where one more or less would tell something sensitive of a member.</summary>
/// <param name="Count">Rounded down to tens; null: fewer than <paramref name="FewerThan"/>.</param>
internal readonly record struct ToldCount(long? Count, int? FewerThan)
{
    /// <summary>
    /// Fewer are not counted aloud: whoever narrows a set to one member and adds a sensitive condition would read 1 or 0, and
    /// know. Among twenty nobody is made out by who is left away.
    /// </summary>
    public const int Fewest = 20;

    public const int Step = 10;

    public static ToldCount Coarse(long members) =>
        members < Fewest ? new(null, Fewest) : new(members - members % Step, null);
}
