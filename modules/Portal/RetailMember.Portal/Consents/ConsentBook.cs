using Microsoft.EntityFrameworkCore;
using RetailMember.Membership;
using RetailMember.Portal.Data;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Portal.Consents;

/// <summary>Writes consents down, and keeps all of them; <see cref="StandingConsents"/> says which of them stand.</summary>
internal sealed class ConsentBook(PortalDb db, Wordings wordings, IMergedMembers merged, ITexts texts)
{
    /// <summary>The wordings before the member now.</summary>
    public Task<IReadOnlyList<Wording>> WordingsAsync(CallContext call, CancellationToken cancel) =>
        wordings.NowAsync(call.RequiredBrand, texts.Language, cancel);

    /// <summary>
    /// Refuses <c>portal.wording-changed</c> where the member had other words before him than those that count now.
    /// </summary>
    public async Task NoteAsync(
        Guid member, string memberNo, IReadOnlyCollection<ConsentDecision> decisions, CallContext call, CancellationToken cancel)
    {
        var now = (await WordingsAsync(call, cancel)).ToDictionary(w => w.Purpose);
        foreach (var decision in decisions)
        {
            var wording = now[decision.Purpose];
            if (decision.Granted && decision.WordingVersion != wording.WordingVersion)
                throw new Refusal("portal.wording-changed", RefusalKind.Conflict);
            db.ConsentEntries.Add(new ConsentEntry
            {
                BrandId = call.RequiredBrand.Id,
                MemberId = member,
                Purpose = decision.Purpose,
                Granted = decision.Granted,
                WordingVersion = wording.WordingVersion,
                Wording = wording.Text,
                At = call.At,
                Channel = call.Channel,
                StoreId = call.Store?.Id,
                Operator = call.Caller.Name.Length > 0 ? call.Caller.Name : memberNo,
            });
        }
    }

    /// <summary>Every row of a member and of who was merged into him, latest first.</summary>
    public async Task<IReadOnlyList<ConsentEntry>> OfAsync(Guid member, CancellationToken cancel)
    {
        var files = await merged.FilesOfAsync(member, cancel);
        return await db.ConsentEntries.AsNoTracking().Where(e => EF.Parameter(files).Contains(e.MemberId))
            .OrderByDescending(e => e.Id).ToListAsync(cancel);
    }
}

/// <param name="WordingVersion">Of the words that the member had before him; not needed to take a consent back.</param>
internal sealed record ConsentDecision(ConsentPurpose Purpose, bool Granted, int WordingVersion = 0);
