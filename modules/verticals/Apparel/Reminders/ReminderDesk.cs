using RetailMember.Apparel.Data;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Marketing;
using RetailMember.Settings;

namespace RetailMember.Apparel.Reminders;

/// <summary>Hands reminders to marketing and takes them down, in one transaction: each member's of an occasion once.</summary>
internal sealed class ReminderDesk(IRows rows, IMemberLetters letters, ISettings settings, DataSession session)
{
    /// <summary>Whether reminders of a kind go: they are switched on, and the brand has approved words.</summary>
    public async Task<bool> IsReadyAsync(ReminderKind kind, CancellationToken cancel) =>
        settings.YesNo(ReminderLetters.Switch, session.Brand) && await letters.CanWriteAsync(ReminderLetters.PurposeOf(kind), cancel);

    /// <summary>Lets no letter go that waits and says how far a member's next rung was: his points have changed.</summary>
    public Task RecallGapAsync(Guid member, CancellationToken cancel) =>
        letters.RecallAsync(ReminderLetters.PurposeOf(ReminderKind.Gap), member, MessageReason.NoLongerTrue, cancel);

    /// <param name="kind">Of all of them.</param>
    /// <param name="occasion">Of all of them.</param>
    /// <param name="through">Last business day on which they are sent.</param>
    /// <param name="reminders">At most one a member.</param>
    /// <param name="brand">The session's.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>How many members had none of the occasion yet.</returns>
    public async Task<int> SendAsync(
        ReminderKind kind, DateOnly occasion, DateOnly through, IReadOnlyCollection<Reminder> reminders, Brand brand,
        CancellationToken cancel)
    {
        var queued = await letters.QueueAsync(
            new LetterOccasion(
                ReminderLetters.PurposeOf(kind), ReminderLetters.KeyOf(occasion),
                brand.UtcOf(through.AddDays(1).ToDateTime(TimeOnly.MinValue))),
            [.. reminders.Select(r => new MemberLetter(r.Row.MemberId, r.Values))], cancel);
        await rows.InsertMissingAsync([.. reminders.Select(r => r.Row)], cancel);
        return queued;
    }
}

/// <param name="Values">For the words.</param>
internal sealed record Reminder(SentReminder Row, IReadOnlyDictionary<string, string> Values);
