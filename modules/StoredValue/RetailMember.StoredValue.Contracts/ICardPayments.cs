namespace RetailMember.StoredValue;

/// <summary>Tells other modules when cards of members of the session's current brand have paid, with a receipt or without.</summary>
public interface ICardPayments
{
    /// <summary>
    /// The last business day, of those since a day, on which a card of each of these members paid; absent where none did.
    /// What a former holder paid with a card that was passed on is not told.
    /// </summary>
    Task<IReadOnlyDictionary<Guid, DateOnly>> LastDaysAsync(
        IReadOnlyCollection<Guid> members, DateOnly since, CancellationToken cancel);
}
