using RetailMember.Apparel.Data;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Marketing;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Reminders;

/// <summary>Whether reminders go at all: for the page.</summary>
[Needs(ApparelPermissions.ViewCustomers)]
internal sealed class ReadReminders(ApparelRules rules, IMemberLetters letters, ISettings settings)
    : Query<ReadReminders.Input, ReadReminders.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var missing = new List<ReminderKind>();
        foreach (var kind in KindsOf(await rules.NowAsync(cancel)))
            if (!await letters.CanWriteAsync(ReminderLetters.PurposeOf(kind), cancel)) missing.Add(kind);
        return new Result(settings.YesNo(ReminderLetters.Switch, call.RequiredBrand.Id), missing.Count == 0);
    }

    private static IEnumerable<ReminderKind> KindsOf(ApparelTerms terms) =>
        Enum.GetValues<ReminderKind>().Where(k => k != ReminderKind.Season || terms.On(ServiceTrigger.Season).Any());

    internal sealed record Input : IInput<Result>;

    /// <param name="WritesLetters">They are switched on.</param>
    /// <param name="HasWords">The brand has approved words for each kind that its rules have.</param>
    internal sealed record Result(bool WritesLetters, bool HasWords);
}
