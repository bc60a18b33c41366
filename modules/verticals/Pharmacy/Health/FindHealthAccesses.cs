using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Pharmacy.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Pharmacy.Health;

/// <summary>Who has read, recorded or erased health data, the newest first.</summary>
[Needs(PharmacyPermissions.AuditHealth)]
internal sealed class FindHealthAccesses(PharmacyDb db, IMemberFiles files, IMergedMembers merged, IMemberNumbers numbers)
    : Query<FindHealthAccesses.Input, PageOf<FindHealthAccesses.Row>>
{
    protected override async Task<PageOf<Row>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var accesses = db.HealthAccesses.AsNoTracking();
        if (input.Member is { } named)
        {
            // Who was merged into him is the same person: a look at his data then is a look at it now.
            var all = await merged.FilesOfAsync((await files.OneAsync(named, cancel)).Id, cancel);
            accesses = accesses.Where(a => a.MemberId != null && EF.Parameter(all).Contains(a.MemberId.Value));
        }

        if (Cursor.Read<Place>(input.After) is { } place) accesses = accesses.Where(a => a.Id < place.Id);
        var rows = await accesses.OrderByDescending(a => a.Id).Take(input.Size + 1).ToListAsync(cancel);
        var known = await numbers.OfAsync([.. rows.Select(r => r.MemberId).OfType<Guid>().Distinct()], cancel);
        return PageOf<Row>.Of(rows, input.Size, a => new Place(a.Id), a => new Row(
            a.MemberId is { } id ? known.GetValueOrDefault(id) : null, a.Kind, a.At, a.By, a.Reason));
    }

    private sealed record Place(long Id);

    /// <param name="Member">Member number, card or mobile; left out: all.</param>
    internal sealed record Input([property: Personal] string? Member = null, string? After = null, int Size = Cursor.DefaultSize)
        : IInput<PageOf<Row>>;

    /// <param name="At">UTC.</param>
    internal sealed record Row(string? MemberNo, HealthAccessKind Access, DateTime At, string By, string? Reason);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
            RuleFor(i => i.Member).MaximumLength(64);
        }
    }
}
