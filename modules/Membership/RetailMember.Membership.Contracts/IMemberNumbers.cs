namespace RetailMember.Membership;

/// <summary>Tells other modules, which keep members by their keys, the numbers that people know them by.</summary>
public interface IMemberNumbers
{
    /// <summary>The number of each of these members of the current brand; absent where there is no such member.</summary>
    Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<Guid> members, CancellationToken cancel);
}
