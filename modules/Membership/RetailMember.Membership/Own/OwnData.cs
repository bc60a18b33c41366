using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Members.Merging;
using RetailMember.Membership.Points;
using RetailMember.Membership.Programmes;
using RetailMember.People;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Own;

/// <summary>
/// Everything that this module holds about a member: person, membership, cards, purchases and refunds, what he took part
/// in and was given, postings, care.
/// </summary>
internal sealed class OwnData(MembershipDb db, ILedger ledger, ProgrammeShelf shelf, ITexts texts) : IMemberData
{
    private const int Page = 500;

    public string Name => "membership";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel)
    {
        var row = await db.Members.AsNoTracking().SingleAsync(m => m.Id == member, cancel);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == row.PersonId, cancel);
        return new
        {
            person = person is null ? null : new { person.Name, person.Mobile, person.Birthday, person.Sex, person.CreatedAt },
            row.MemberNo,
            row.Status,
            row.JoinedOn,
            tierCode = row.Tier,
            row.TierSince,
            fields = DeclaredFields.Read(row.Fields),
            row.LifetimeSpendFen,
            row.LifetimePurchases,
            row.LastPurchaseAt,
            cards = await db.Credentials.AsNoTracking().Where(c => c.MemberId == member)
                .Select(c => new { card = c.Value, c.Kind, c.BoundAt }).ToListAsync(cancel),
            tiers = await db.TierChanges.AsNoTracking().Where(c => c.MemberId == member).OrderBy(c => c.At)
                .Select(c => new { c.On, c.From, c.To, c.Reason }).ToListAsync(cancel),
            purchases = await db.Purchases.AsNoTracking().Where(p => p.MemberId == member).OrderBy(p => p.OccurredAt)
                .Select(p => new { p.ReceiptNo, p.OccurredAt, p.BusinessDate, p.ListFen, p.PaidFen, p.RefundedFen, p.Points, p.Growth })
                .ToListAsync(cancel),
            statuses = await db.StatusChanges.AsNoTracking().Where(c => c.MemberId == member).OrderBy(c => c.At)
                .Select(c => new { c.On, c.From, c.To }).ToListAsync(cancel),
            refunds = await db.Refunds.AsNoTracking().Where(r => r.MemberId == member).OrderBy(r => r.OccurredAt)
                .Select(r => new { r.RefundNo, r.OccurredAt, r.BusinessDate, r.AmountFen, r.PointsTaken, r.GrowthTaken, r.Reason })
                .ToListAsync(cancel),
            participations = await db.Participations.AsNoTracking().Where(p => p.MemberId == member).OrderBy(p => p.RecordedAt)
                .Select(p => new { p.Activity, p.On, p.RecordedAt }).ToListAsync(cancel),
            awards = await db.MemberAwards.AsNoTracking().Where(a => a.MemberId == member).OrderBy(a => a.On).ThenBy(a => a.Id)
                .Select(a => new { a.Rule, a.On, a.Points, a.PointsTaken, a.Growth, a.GrowthTaken, a.WithdrawnAt })
                .ToListAsync(cancel),
            corrections = await db.Adjustments.AsNoTracking().Where(a => a.MemberId == member).OrderBy(a => a.RequestedAt)
                .Select(a => new { a.Points, a.Reason, a.Note, a.Status, a.RequestedAt, a.DecidedAt }).ToListAsync(cancel),
            transfers = await TransfersAsync(member, cancel),
            points = await PostingsAsync(brand, row, MembershipUnits.Points, cancel),
            growth = await PostingsAsync(brand, row, MembershipUnits.Growth, cancel),
            tags = await TagsAsync(member, cancel),
            care = await db.CareRecords.AsNoTracking().Where(c => c.MemberId == member).OrderBy(c => c.RecordedAt)
                .Select(c => new { c.Kind, c.Note, c.RecordedAt, c.FollowUpOn }).ToListAsync(cancel),
        };
    }

    private async Task<object> TagsAsync(Guid member, CancellationToken cancel) => await (
        from change in db.TagChanges.AsNoTracking()
        join tag in db.Tags on change.TagId equals tag.Id
        where change.MemberId == member
        orderby change.At, change.Id
        select new { tag = tag.Code, change.Step, change.On, change.Figures, change.Reason }).ToListAsync(cancel);

    /// <summary>Who the other one was is the other one's.</summary>
    private async Task<object> TransfersAsync(Guid member, CancellationToken cancel)
    {
        var files = await db.FilesOfAsync(member, cancel);
        return await db.PointsTransfers.AsNoTracking()
            .Where(t => EF.Parameter(files).Contains(t.GiverId) || EF.Parameter(files).Contains(t.ReceiverId))
            .OrderBy(t => t.Id)
            .Select(t => new { given = EF.Parameter(files).Contains(t.GiverId), t.Points, t.On, t.At, t.Note, t.ReversedAt })
            .ToListAsync(cancel);
    }

    private async Task<object> PostingsAsync(Brand brand, Member member, string unit, CancellationToken cancel)
    {
        var all = new List<LedgerEntry>();
        IReadOnlyList<LedgerEntry> page;
        do
        {
            page = await ledger.ReadEntriesAsync(member.Id, unit, all.Count == 0 ? null : all[^1].Id, Page, cancel);
            all.AddRange(page);
        }
        while (page.Count == Page);
        // In his own words, whoever hands the file over.
        var programmes = await shelf.OfAsync(db, brand.Id, cancel);
        var words = new PostingWords(programmes, texts, Caller.Member(member.Id, member.MemberNo, brand.Id));
        return all.ConvertAll(e => new
        {
            posting = e.Id, e.Kind, title = words.AwardTitleOf(e), why = words.Of(e).Select(w => w.Words), e.Amount, e.BalanceAfter,
            e.On, e.At,
        });
    }
}
