using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.People;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;

namespace RetailMember.StoredValue.Own;

/// <summary>What this module holds about a member: his cards with their loads and journals, and whether
/// somebody is to win him as a buyer. Numbers stay sealed.</summary>
internal sealed class StoredValueData(StoredValueDb db) : IMemberData
{
    public string Name => "stored-value";

    public async Task<object> OfAsync(Brand brand, Guid member, CancellationToken cancel) => new
    {
        cards = await db.Cards.AsNoTracking().Where(c => c.MemberId == member).OrderBy(c => c.Id)
            .Select(c => new
            {
                card = c.Id, c.State, c.IssuedOn, c.PrincipalFen, c.BonusFen, c.FrozenPrincipalFen, c.FrozenBonusFen,
                loads = db.CardLoads.Where(l => l.CardId == c.Id).OrderBy(l => l.At)
                    .Select(l => new { l.Kind, l.On, l.PrincipalFen, l.BonusFen, l.ExpiresOn }).ToList(),
                moves = db.CardMoves.Where(m => m.CardId == c.Id).OrderBy(m => m.No)
                    .Select(m => new
                    {
                        m.No, m.Kind, m.At, m.Reference, m.PrincipalFen, m.BonusFen, m.FrozenPrincipalFen, m.FrozenBonusFen,
                    }).ToList(),
            }).ToListAsync(cancel),
        sales = await db.CardSales.AsNoTracking().Where(s => s.MemberId == member).OrderBy(s => s.Id)
            .Select(s => new
            {
                sale = s.Id, s.Kind, s.State, s.PrincipalFen, s.BonusFen, s.RefundedFen, s.DraftedAt, s.PaidOn, s.DeliveredOn,
                refunds = db.SaleRefunds.Where(r => r.SaleId == s.Id).OrderBy(r => r.RequestedAt)
                    .Select(r => new { r.State, r.Reason, r.Payout.AccountName, r.Payout.AccountNo, r.RequestedAt }).ToList(),
                unexpected = db.UnexpectedMoney.Where(p => p.SaleId == s.Id && p.Cause != UnexpectedCause.NotOnline).OrderBy(p => p.At)
                    .Select(p => new { p.Reference, p.Fen, p.Cause, p.At }).ToList(),
            }).ToListAsync(cancel),
        prospects = await db.Prospects.AsNoTracking().Where(p => p.MemberId == member).OrderBy(p => p.Id)
            .Select(p => new { p.ListedOn, p.Until, p.ContactedOn, p.GivenUpOn, p.Note, p.WonOn }).ToListAsync(cancel),
        returns = await db.PaymentReturns.AsNoTracking().Where(r => r.MemberId == member).OrderBy(r => r.RequestedAt)
            .Select(r => new { r.State, r.Fen, r.Reason, r.Payout.AccountName, r.Payout.AccountNo, r.RequestedAt }).ToListAsync(cancel),
        closings = await (
            from closing in db.CardClosings.AsNoTracking()
            join card in db.Cards on closing.CardId equals card.Id
            where card.MemberId == member
            orderby closing.RequestedAt
            select new
            {
                card = card.Id, closing.State, closing.Reason, closing.Payout.AccountName, closing.Payout.AccountNo, closing.RequestedAt,
            })
            .ToListAsync(cancel),
    };
}
