using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Values;

namespace RetailMember.Apparel.Pages.Rules;

/// <summary>
/// The rules as their form has them: an empty row is none, and what the form does not show stays as it is.
/// </summary>
internal sealed record RulesForm
{
    /// <summary>Of the wording that the form was filled from.</summary>
    public string? WordingMark { get; init; }

    public required RungPolicy Policy { get; init; }

    public required int ClaimDay { get; init; }

    public IReadOnlyList<RungRow> Rungs { get; init; } = [];

    /// <summary>Days of the month, with commas.</summary>
    public string? ReminderDays { get; init; }

    /// <summary>Numbers of months, with commas.</summary>
    public string? SeasonMonths { get; init; }

    public required long MostMissing { get; init; }

    public required int ClaimDaysBefore { get; init; }

    public IReadOnlyList<ServiceRow> Services { get; init; } = [];

    public IReadOnlyList<ClassRow> Classes { get; init; } = [];

    public IReadOnlyList<ExampleRow> Examples { get; init; } = [];

    public static RulesForm Of(ApparelTerms terms) => new()
    {
        Policy = terms.Ladder.Policy,
        ClaimDay = terms.Ladder.ClaimDay,
        Rungs = [.. terms.Ladder.Rungs.Select(r =>
            new RungRow(r.Points, r.Voucher, r.Worth, r.Name.ZhHans, r.Name.En))],
        ReminderDays = string.Join(", ", terms.Reminder.Days),
        SeasonMonths = string.Join(", ", terms.Reminder.SeasonMonths),
        MostMissing = terms.Reminder.MostMissing,
        ClaimDaysBefore = terms.Reminder.ClaimDaysBefore,
        Services = [.. terms.Services.Select(s => new ServiceRow(s.Code, s.DueDays, s.IsContact, s.Tiers))],
        Classes = [.. terms.Classes.Select(c => new ClassRow(c.Code, c.ContactEveryDays, c.Tiers, c.Tags))],
        Examples = [.. terms.Examples.Select(e => new ExampleRow(e.Points, e.Worth))],
    };

    public EditRules.Input ToInput(ApparelTerms before) => new(
        before with
        {
            Ladder = before.Ladder with
            {
                Policy = Policy,
                ClaimDay = ClaimDay,
                Rungs = [.. Rungs.Where(r => r.Points is not null).Select(r => r.ToRung())],
            },
            Reminder = new ReminderTerms
            {
                Days = NumbersOf(ReminderDays), SeasonMonths = NumbersOf(SeasonMonths), MostMissing = MostMissing,
                ClaimDaysBefore = ClaimDaysBefore,
            },
            Services =
            [
                .. before.Services.Select(s => Services.FirstOrDefault(r => r.Code == s.Code) is { } row
                    ? s with { DueDays = row.DueDays, IsContact = row.IsContact, Tiers = row.Tiers ?? [] }
                    : s),
            ],
            Classes =
            [
                .. before.Classes.Select(c => Classes.FirstOrDefault(r => r.Code == c.Code) is { } row
                    ? c with { ContactEveryDays = row.ContactEveryDays, Tiers = row.Tiers ?? [], Tags = row.Tags ?? [] }
                    : c),
            ],
            Examples = [.. Examples.Where(e => e.Points is not null)
                .Select(e => new LadderExample(e.Points!.Value, e.Worth ?? Money.Zero))],
        },
        WordingMark);

    /// <summary>What is no number becomes a day that no month and a month that no year has, and is refused as such.</summary>
    private static IReadOnlyList<int> NumbersOf(string? typed) =>
    [
        .. (typed ?? "").Split([',', '，', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => int.TryParse(part, out var number) ? number : 0),
    ];

    internal sealed record RungRow(
        long? Points = null, string? Voucher = null, Money? Worth = null, string? NameZh = null, string? NameEn = null)
    {
        public LadderRung ToRung() => new(
            Points ?? 0, Voucher ?? "", Worth ?? Money.Zero, new LocalName(NameZh ?? "", NameEn ?? ""));
    }

    internal sealed record ServiceRow(string Code, int DueDays, bool IsContact = false, IReadOnlyList<string>? Tiers = null);

    internal sealed record ClassRow(
        string Code, int? ContactEveryDays = null, IReadOnlyList<string>? Tiers = null,
            IReadOnlyList<string>? Tags = null);

    internal sealed record ExampleRow(long? Points = null, Money? Worth = null);
}
