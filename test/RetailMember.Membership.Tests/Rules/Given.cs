using RetailMember.Membership.Programmes;

namespace RetailMember.Membership.Tests.Rules;

/// <summary>Short words for the tests of the rules.</summary>
internal static class Given
{
    public static readonly DateTime Morning = new(2026, 3, 2, 10, 0, 0);

    public static BasketLine List(long fen) => new(fen);

    public static BasketLine Paid(long fen, int quantity = 1, string? category = null) =>
        new(fen, fen, quantity, category);

    public static MemberState Member(string? tier = null, long points = 0, DateOnly? birthday = null) =>
        new() { Tier = tier, PointsBalance = points, Birthday = birthday, JoinedOn = new(2025, 1, 1) };

    public static Receipt Receipt(params BasketLine[] lines) => new(Morning, "s1", lines);

    public static Receipt On(string day, params BasketLine[] lines) =>
        new(DateOnly.Parse(day, null).ToDateTime(new(10, 0)), "s1", lines);

    public static LocalName Name(string text) => new(text, text);

    /// <summary>The four tiers with another set of earning rules.</summary>
    public static Programme Earning(params EarningRule[] rules) =>
        Programme.From(ProgrammeTemplates.FourTiers with { EarningRules = rules, Examples = [] });

    public static EarningRule Rule(EarningKind kind, decimal give = 0, long per = 100) =>
        new() { Code = "rule", Name = Name("rule"), Kind = kind, Give = give, Per = per };

    public static Programme With(Func<ProgrammeDocument, ProgrammeDocument> change) =>
        Programme.From(change(ProgrammeTemplates.FourTiers with { Examples = [] }));

    public static Multiplier Double(string code, Condition when, decimal factor = 2) =>
        new() { Code = code, Name = Name(code), Factor = factor, When = when };

    public static PriceBenefit Price(string code, decimal rate, Condition when) =>
        new() { Code = code, Name = Name(code), PayRate = rate, When = when };
}
