using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing;
using RetailMember.Membership;
using RetailMember.Restaurant.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Restaurant.Diners.Waking;

/// <summary>The sleepers of a half-year's waking: who was written to, what became of the letter and why, and who came back.</summary>
[Needs(RestaurantRights.ViewDiners)]
internal sealed class FindWakeUpCalls(RestaurantDb db, IMemberNumbers numbers, IMemberLetters letters)
    : Query<FindWakeUpCalls.Input, PageOf<FindWakeUpCalls.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.WakeUpCalls.AsNoTracking().Where(c => c.HalfYear == input.HalfYear);
        if (Cursor.Read<Place>(input.After) is { } place)
            found = found.Where(c => c.SleptSince > place.Since || (c.SleptSince == place.Since && c.MemberId > place.Member));
        var calls = await found.OrderBy(c => c.SleptSince).ThenBy(c => c.MemberId).Take(input.Size + 1).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. calls.Select(c => c.MemberId)], cancel);
        var fates = await letters.FatesAsync([.. calls.Select(AddressOf)], cancel);
        return PageOf<Row>.Of(calls, input.Size, c => new Place(c.SleptSince, c.MemberId), c => new Row(
            known.GetValueOrDefault(c.MemberId), c.SleptSince, c.CameBackOn, c.WrittenAt, fates.GetValueOrDefault(AddressOf(c))));
    }

    private static LetterAddress AddressOf(WakeUpCall call) => new(WakeUpLetters.Purpose, call.HalfYear, call.MemberId);

    private sealed record Place(DateOnly Since, Guid Member);

    /// <param name="HalfYear">Such as <c>2026H1</c>.</param>
    internal sealed record Input(string HalfYear, string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<Row>>;

    /// <param name="SleptSince">Business date on which he was seen last.</param>
    /// <param name="CameBackOn">Business date on which he was seen again.</param>
    /// <param name="WrittenAt">UTC; when his letter was handed to marketing.</param>
    /// <param name="Letter">What became of it.</param>
    internal sealed record Row(
        string? MemberNo, DateOnly SleptSince, DateOnly? CameBackOn, DateTime? WrittenAt, LetterFate? Letter);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
            RuleFor(i => i.HalfYear).Matches("^[0-9]{4}H[12]$").WithErrorCode("field.malformed");
        }
    }
}
