using RetailMember.UseCases;

namespace RetailMember.Brands;

/// <summary>One brand of the chain, with its own programme, members and books.</summary>
/// <param name="Code">Lower case, used in addresses: <c>pharmacy</c>.</param>
/// <param name="TimeZone">IANA name; business dates of the brand are in this zone.</param>
public sealed record Brand(int Id, string Code, string Name, TimeZoneInfo TimeZone);

/// <summary>One shop of a brand.</summary>
/// <param name="Code">Unique within the brand.</param>
/// <param name="Area">The sales area for reports; may be empty.</param>
public sealed record Store(int Id, int BrandId, string Code, string Name, string Area)
{
    /// <summary>Kept for its history, offered no more.</summary>
    public bool Closed { get; init; }

    /// <summary>UTC; null while it is open, and for one that was closed before this was kept.</summary>
    public DateTime? ClosedAt { get; init; }

    /// <summary>Whether anything could be bought here at this UTC instant: what happened before the closing still counts.</summary>
    public bool WasOpenAt(DateTime utc) => !Closed || utc < ClosedAt;

    /// <summary>Refuses with <c>store.closed</c> what is said to have happened here after the closing.</summary>
    public void RefuseUnlessOpenAt(DateTime utc)
    {
        if (!WasOpenAt(utc)) throw new Refusal("store.closed", RefusalKind.Conflict, ("store", Code));
    }
}

/// <summary>
/// The chain's brands, stores and switches, in memory. Changes made on this host are seen by the next request,
/// those of another host within a second.
/// </summary>
public interface IBrandDirectory
{
    IReadOnlyList<Brand> Brands { get; }

    /// <summary>Letter case makes no other code.</summary>
    Brand? Find(string code);

    Brand? Find(int id);

    IReadOnlyList<Store> StoresOf(int brandId);

    /// <summary>Letter case makes no other code.</summary>
    Store? FindStore(int brandId, string code);

    Store? FindStore(int storeId);

    /// <summary>
    /// Whether a module is on for one store; without a store, whether it is on in the brand or any store of it. Core
    /// modules are always on; a plug-in whose folder is not there is off, and one that is out of order as it is switched.
    /// </summary>
    bool IsOn(string module, int brandId, int? storeId);
}

/// <summary>Business dates: the calendar day in a brand's time zone.</summary>
public static class BusinessTime
{
    /// <summary>The calendar day of a UTC instant in the brand's time zone.</summary>
    public static DateOnly DateOf(this Brand brand, DateTime utc) => DateOnly.FromDateTime(brand.LocalOf(utc));

    /// <summary>The wall-clock time of a UTC instant in the brand's time zone.</summary>
    public static DateTime LocalOf(this Brand brand, DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), brand.TimeZone);

    /// <summary>The UTC instant of a wall-clock time in the brand's time zone.</summary>
    public static DateTime UtcOf(this Brand brand, DateTime local)
    {
        var unspecified = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (brand.TimeZone.IsInvalidTime(unspecified)) unspecified = unspecified.AddHours(1);
        return TimeZoneInfo.ConvertTimeToUtc(unspecified, brand.TimeZone);
    }

    /// <summary>The UTC instant of a time that carries an offset, or is the wall clock of the brand.</summary>
    public static DateTime InstantOf(this Brand brand, DateTime given) =>
        given.Kind == DateTimeKind.Unspecified ? brand.UtcOf(given) : given.ToUniversalTime();

    public static DateOnly Today(this TimeProvider time, Brand brand) => brand.DateOf(time.GetUtcNow().UtcDateTime);
}

/// <summary>
/// Opens brands and stores, and switches plug-ins on, for imports and demonstrations: each through the entry, with the
/// rights of the call.
/// </summary>
public interface IBrandSetup
{
    /// <summary>Lower case letters, digits and hyphens, a letter first, at most 32.</summary>
    bool CanBeBrand(string code);

    /// <summary>Letters of any script, digits, blanks, dots, hyphens and underscores, at most 64.</summary>
    bool CanBeStore(string code);

    /// <summary>The brand of this code, made where there is none.</summary>
    Task<Brand> EnsureBrandAsync(string code, string name, UseCases.CallContext call, CancellationToken cancel = default);

    /// <summary>The brand's store of this code, made where there is none.</summary>
    Task<Store> EnsureStoreAsync(
        Brand brand, string code, string name, string area, UseCases.CallContext call, CancellationToken cancel = default);

    /// <summary>Switches a plug-in on for the whole brand where it is not.</summary>
    Task EnsureOnAsync(Brand brand, string module, UseCases.CallContext call, CancellationToken cancel = default);
}
