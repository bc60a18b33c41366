namespace RetailMember.Ledger.Tests;

/// <summary>Short ways to say what is posted.</summary>
internal static class Given
{
    public static Guid Someone() => Guid.CreateVersion7();

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", null);

    public static Credit Earn(Guid owner, long amount, string on, string? until = null, string? from = null, string? key = null) => new()
    {
        Key = key ?? Guid.CreateVersion7().ToString(),
        Owner = owner,
        Unit = LedgerFixture.Points,
        Amount = amount,
        On = Day(on),
        Kind = PostingKind.Earn,
        StartsOn = from is null ? null : Day(from),
        ExpiresOn = until is null ? null : Day(until),
    };

    public static Debit Spend(Guid owner, long amount, string on, Shortage shortage = Shortage.Refuse, string? key = null) => new()
    {
        Key = key ?? Guid.CreateVersion7().ToString(),
        Owner = owner,
        Unit = LedgerFixture.Points,
        Amount = amount,
        On = Day(on),
        Kind = PostingKind.Spend,
        Shortage = shortage,
    };

    public static Reversal Undo(Posting posting, long amount, string on, int? grace = null, Shortage shortage = Shortage.Overdraw) => new()
    {
        Key = Guid.CreateVersion7().ToString(),
        Owner = posting.Owner,
        Unit = posting.Unit,
        Amount = amount,
        On = Day(on),
        Reverses = posting.Key,
        GraceDays = grace,
        Shortage = shortage,
    };

    public static Transfer Gift(Guid from, Guid to, long amount, string on) => new()
    {
        Key = Guid.CreateVersion7().ToString(), Owner = from, To = to, Unit = LedgerFixture.Points, Amount = amount, On = Day(on),
    };
}
