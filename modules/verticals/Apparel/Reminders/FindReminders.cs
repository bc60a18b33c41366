using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Apparel.Data;
using RetailMember.Marketing;
using RetailMember.Membership;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Apparel.Reminders;

/// <summary>Who was reminded, the latest first, and what became of the message and why.</summary>
[Needs(ApparelPermissions.ViewCustomers)]
internal sealed class FindReminders(ApparelDb db, IMemberNumbers numbers, IMemberLetters letters)
    : Query<FindReminders.Input, PageOf<FindReminders.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.SentReminders.AsNoTracking();
        if (input.ReminderKind is { } kind) found = found.Where(r => r.Kind == kind);
        if (Cursor.Read<Place>(input.After) is { } place)
            found = found.Where(r => r.On < place.On || (r.On == place.On
                && (r.MemberId > place.Member || (r.MemberId == place.Member && r.Kind > place.Kind))));
        var rows = await found.OrderByDescending(r => r.On).ThenBy(r => r.MemberId).ThenBy(r => r.Kind).Take(input.Size + 1)
            .ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(r => r.MemberId).Distinct()], cancel);
        var fates = await letters.FatesAsync([.. rows.Select(ReminderLetters.AddressOf)], cancel);
        return PageOf<Row>.Of(rows, input.Size, r => new Place(r.On, r.MemberId, r.Kind), r => new Row(
            known.GetValueOrDefault(r.MemberId), r.Kind, r.On, r.Points, r.Missing, new Money(r.WorthFen),
            fates.GetValueOrDefault(ReminderLetters.AddressOf(r))));
    }

    private sealed record Place(DateOnly On, Guid Member, ReminderKind Kind);

    internal sealed record Input(ReminderKind? ReminderKind = null, string? After = null, int Size = Cursor.DefaultSize)
        : IInput<PageOf<Row>>;

    /// <param name="SentOn">Business day on which it was handed to marketing.</param>
    /// <param name="Points">Of the month so far, or of the highest rung that waits; 0 of a season.</param>
    /// <param name="MissingPoints">To the next rung; 0 where it is not about that.</param>
    /// <param name="Worth">Of the next rung's voucher, or of all that wait; 0 of a season.</param>
    /// <param name="Letter">What became of it.</param>
    internal sealed record Row(
        string? MemberNo, ReminderKind ReminderKind, DateOnly SentOn, long Points, long MissingPoints, Money Worth,
        LetterFate? Letter);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
            RuleFor(i => i.ReminderKind).IsInEnum();
        }
    }
}
