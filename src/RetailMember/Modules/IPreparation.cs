namespace RetailMember.Modules;

/// <summary>
/// What a core module does once per start, when the tables are there and nothing runs yet: read what the host holds in
/// memory, sow the rows that must exist. Must be harmless when repeated, and when several hosts do it at once.
/// </summary>
public interface IPreparation
{
    /// <summary>Lower ones first; the platform is 0.</summary>
    int Order { get; }

    Task PrepareAsync(CancellationToken cancel);
}
