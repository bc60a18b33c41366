namespace RetailMember.Membership.Imports.Work;

/// <summary>What became of a row that is an entry of its own.</summary>
internal sealed record RowOutcome(RowFault? Fault = null, bool AlreadyThere = false)
{
    public static readonly RowOutcome Written = new();

    public static readonly RowOutcome Known = new(AlreadyThere: true);

    public static RowOutcome No(string code, string? column, params (string Name, object? Value)[] facts) =>
        new(new RowFault(code, column, facts));
}
