using RetailMember.Apparel.Data;
using RetailMember.Marketing;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Reminders;

/// <summary>Whether reminders go at all: for the page.</summary>
[Needs(ApparelPermissions.ViewCustomers)]
internal sealed class ReadReminders(IMemberLetters letters, ISettings settings)
    : Query<ReadReminders.Input, ReadReminders.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => new(
        settings.YesNo(ReminderLetters.Switch, call.RequiredBrand.Id),
        await letters.CanWriteAsync(ReminderLetters.PurposeOf(ReminderKind.Gap), cancel)
            && await letters.CanWriteAsync(ReminderLetters.PurposeOf(ReminderKind.Claim), cancel));

    internal sealed record Input : IInput<Result>;

    /// <param name="WritesLetters">They are switched on.</param>
    /// <param name="HasWords">The brand has approved words for both kinds.</param>
    internal sealed record Result(bool WritesLetters, bool HasWords);
}
