using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Programmes;

/// <summary>Fetches versions of the brand's programme for the use cases that edit them.</summary>
internal sealed class ProgrammeBook(MembershipDb db)
{
    public async Task<ProgrammeVersion> FindAsync(int number, CancellationToken cancel) =>
        await db.ProgrammeVersions.SingleOrDefaultAsync(v => v.Number == number, cancel)
        ?? throw new Refusal("membership.programme-not-found", RefusalKind.NotFound, ("version", number));

    /// <summary>Refuses a version that is no draft: what has judged a purchase is never edited.</summary>
    public async Task<ProgrammeVersion> FindDraftAsync(int number, CancellationToken cancel)
    {
        var version = await FindAsync(number, cancel);
        return version.Status == ProgrammeStatus.Draft
            ? version
            : throw new Refusal("membership.programme-not-a-draft", RefusalKind.Conflict, ("version", number));
    }

    /// <summary>Two who draft at once draw the same number; the second tries again and gets the next.</summary>
    public async Task<ProgrammeVersion> AddDraftAsync(
        ProgrammeDocument document, string? note, CallContext call, CancellationToken cancel)
    {
        var last = await db.ProgrammeVersions.MaxAsync(v => (int?)v.Number, cancel) ?? 0;
        var draft = new ProgrammeVersion
        {
            BrandId = call.RequiredBrand.Id,
            Number = last + 1,
            Document = ProgrammeJson.Write(document),
            Note = note,
            DraftedBy = call.Caller.Name,
            DraftedAt = call.At,
        };
        db.ProgrammeVersions.Add(draft);
        return draft;
    }
}
