using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Prospects;

namespace RetailMember.StoredValue.Targets;

/// <summary>What came of lists of customers to be won, by whose lists they are.</summary>
internal sealed class ProspectFigures(StoredValueDb db, ProspectBook book)
{
    /// <param name="from">First business day.</param>
    /// <param name="to">Last business day.</param>
    /// <param name="sellers">Of these alone; null: of all.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<IReadOnlyList<ListedCustomer>> OfAsync(
        DateOnly from, DateOnly to, IReadOnlyList<Guid>? sellers, CancellationToken cancel)
    {
        var listed = db.Prospects.AsNoTracking().Where(p => p.ListedOn <= to && p.Until >= from);
        if (sellers is not null) listed = listed.Where(p => EF.Parameter(sellers).Contains(p.SellerId));
        return await listed.Select(p => new ListedCustomer(
            p.Seller, p.ListedOn, p.Until, p.ContactedOn, p.GivenUpOn,
            book.Wins.Any(s => s.Id == p.WonSaleId) ? p.WonOn : null)).ToListAsync(cancel);
    }
}

/// <summary>A customer on a list, by business days.</summary>
/// <param name="Seller">User name.</param>
internal sealed record ListedCustomer(
    string Seller, DateOnly ListedOn, DateOnly Until, DateOnly? ContactedOn, DateOnly? GivenUpOn, DateOnly? WonOn)
{
    /// <summary>He was to be won on one of these days at least.</summary>
    public bool IsOnList(DateOnly from, DateOnly to) => ListedOn <= to && (WonOn ?? GivenUpOn ?? Until) >= from;
}

/// <summary>How many customers were on a list in a period, and what became of them in it.</summary>
/// <param name="Listed">Who were to be won on one of its days at least.</param>
/// <param name="Contacted">Who were spoken to in it for the first time.</param>
/// <param name="Won">Who had a card in their hand in it, and kept it.</param>
internal sealed record ProspectCount(int Listed, int Contacted, int Won)
{
    public static ProspectCount Of(IReadOnlyCollection<ListedCustomer> customers, DateOnly from, DateOnly to) => new(
        customers.Count(c => c.IsOnList(from, to)),
        customers.Count(c => c.ContactedOn >= from && c.ContactedOn <= to),
        customers.Count(c => c.WonOn >= from && c.WonOn <= to));
}
