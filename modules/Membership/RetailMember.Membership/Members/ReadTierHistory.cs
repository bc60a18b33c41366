using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>Every step up and down of a member, newest first, with what caused it.</summary>
[Needs(MembershipPermissions.ViewMembers), OwnMember]
internal sealed class ReadTierHistory(MembershipDb db, MemberDesk desk, ProgrammeShelf shelf, IBrandDirectory brands, ITexts texts)
    : Query<ReadTierHistory.Input, ReadTierHistory.Result>
{
    private const int MostSteps = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.IdAsync(call, input.Member, cancel);
        var programme = (await shelf.OfAsync(db, call.RequiredBrand.Id, cancel)).FindAt(call.At)?.Programme;
        var changes = await db.TierChanges.AsNoTracking().Where(c => c.MemberId == member)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(MostSteps).ToListAsync(cancel);
        var receipts = await ReceiptsAsync([.. changes.Select(c => c.SourceId).OfType<Guid>()], cancel);
        return new Result([.. changes.Select(c => Show(c, c.SourceId is { } id ? receipts.GetValueOrDefault(id) : null))]);

        Step Show(TierChange c, Receipt? receipt) => new(
            c.At, c.On, Name(c.From), Name(c.To), IsUp(c), c.Reason, c.ProgrammeVersion,
            receipt is null ? null : brands.FindStore(receipt.StoreId)?.Code, receipt?.No);
        TierName Name(string code) => TierName.Of(code, programme, texts.Language);
        bool IsUp(TierChange c) => StepOf(c.To) > StepOf(c.From);
        int StepOf(string code) => programme?.Ladder.Find(code)?.Step ?? 0;
    }

    /// <summary>By the receipt's id, and by those of refunds that gave back on it.</summary>
    private async Task<Dictionary<Guid, Receipt>> ReceiptsAsync(Guid[] sources, CancellationToken cancel)
    {
        if (sources.Length == 0) return [];
        var bought = db.Purchases.Where(p => EF.Parameter(sources).Contains(p.Id))
            .Select(p => new { Source = p.Id, p.StoreId, p.ReceiptNo });
        var refunded = db.Refunds.Where(r => EF.Parameter(sources).Contains(r.Id))
            .Join(db.Purchases, r => r.PurchaseId, p => p.Id, (r, p) => new { Source = r.Id, p.StoreId, p.ReceiptNo });
        return await bought.Concat(refunded).ToDictionaryAsync(s => s.Source, s => new Receipt(s.StoreId, s.ReceiptNo), cancel);
    }

    private sealed record Receipt(int StoreId, string No);

    internal sealed record Input([property: Personal] string Member) : IInput<Result>, IOfMember<Input>
    {
        public Input For(string memberNo) => new(memberNo);
    }

    internal sealed record Result(IReadOnlyList<Step> Steps);

    /// <param name="At">UTC.</param>
    /// <param name="BusinessDate">The business day from which it holds.</param>
    /// <param name="StoreCode">The store of that receipt.</param>
    /// <param name="ReceiptNo">The receipt that brought the step, or whose refund did; absent where none did.</param>
    internal sealed record Step(
        DateTime At,
        DateOnly BusinessDate,
        TierName FromTier,
        TierName ToTier,
        bool IsUp,
        TierChangeReason Reason,
        int ProgrammeVersion,
        string? StoreCode,
        string? ReceiptNo);
}
