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
        if (Cursor.Read<Place>(input.After) is { } place)
            found = found.Where(l => string.Compare(l.Season, place.Season) < 0
                || (l.Season == place.Season && l.MemberId > place.Member));
        var rows = await found.OrderByDescending(l => l.Season).ThenBy(l => l.MemberId).Take(input.Size + 1).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(l => l.MemberId).Distinct()], cancel);
        var fates = await letters.FatesAsync([.. rows.Select(SeasonLetters.AddressOf)], cancel);
        return PageOf<Row>.Of(rows, input.Size, l => new Place(l.Season, l.MemberId), l => new Row(
            known.GetValueOrDefault(l.MemberId), l.Season, l.WrittenAt is not null, l.WrittenAt,
            fates.GetValueOrDefault(SeasonLetters.AddressOf(l))));
    }

    private sealed record Place(string Season, Guid Member);

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
