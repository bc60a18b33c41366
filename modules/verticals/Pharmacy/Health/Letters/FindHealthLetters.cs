using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Health.Letters;

/// <summary>Diamond members of each season: who was written to, what became of the letter, and who had agreed to none.</summary>
[Needs(PharmacyPermissions.AuditHealth)]
internal sealed class FindHealthLetters(PharmacyDb db, IMemberNumbers numbers, IMemberLetters letters)
    : Query<FindHealthLetters.Input, PageOf<FindHealthLetters.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.HealthLetters.AsNoTracking();
        if (input.Season is { Length: > 0 } season) found = found.Where(l => l.Season == season);
        // In the order of time, which that of their names is not.
        var dated = found.Select(l => new
        {
            Letter = l,
            Year = l.Season.Substring(0, 4),
            Turn = l.Season.EndsWith("winter") ? 4 : l.Season.EndsWith("autumn") ? 3 : l.Season.EndsWith("summer") ? 2 : 1,
        });
        if (Cursor.Read<Place>(input.After) is { } place)
            dated = dated.Where(d => string.Compare(d.Year, place.Year) < 0 || (d.Year == place.Year
                && (d.Turn < place.Turn || (d.Turn == place.Turn && d.Letter.MemberId > place.Member))));
        var rows = await dated.OrderByDescending(d => d.Year).ThenByDescending(d => d.Turn).ThenBy(d => d.Letter.MemberId)
            .Take(input.Size + 1).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(r => r.Letter.MemberId).Distinct()], cancel);
        var fates = await letters.FatesAsync([.. rows.Select(r => SeasonLetters.AddressOf(r.Letter))], cancel);
        return PageOf<Row>.Of(rows, input.Size, r => new Place(r.Year, r.Turn, r.Letter.MemberId), r => new Row(
            known.GetValueOrDefault(r.Letter.MemberId), r.Letter.Season, r.Letter.WrittenAt is not null, r.Letter.WrittenAt,
            fates.GetValueOrDefault(SeasonLetters.AddressOf(r.Letter))));
    }

    private sealed record Place(string Year, int Turn, Guid Member);

    /// <param name="Season">Such as <c>2026-autumn</c>; left out: all.</param>
    internal sealed record Input(string? Season = null, string? After = null, int Size = Cursor.DefaultSize) : IInput<PageOf<Row>>;

    /// <param name="Agreed">He had agreed that his health data is kept: without that he is not written to.</param>
    /// <param name="WrittenAt">UTC; when the letter was handed to marketing.</param>
    /// <param name="Letter">What became of it.</param>
    internal sealed record Row(string? MemberNo, string Season, bool Agreed, DateTime? WrittenAt, LetterFate? Letter);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
            RuleFor(i => i.Season).MaximumLength(16);
        }
    }
}
