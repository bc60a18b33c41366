using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Modules;

namespace RetailMember.Marketing.HandOver;

/// <summary>
/// Which letters of other modules may go: those of a module that is off in the brand, quarantined or taken out of the host
/// wait, until their time is up or it is there again.
/// </summary>
internal sealed class LetterWriters(ModuleCatalogue modules, IBrandDirectory brands)
{
    public bool MayWrite(MessageBatch batch, Brand brand)
    {
        // What marketing writes itself names no module: a campaign, a journey.
        if (WriterOf(batch.Purpose) is not { } writer) return true;
        return Running(writer) is { } module && brands.IsOn(module.Name, brand.Id, storeId: null);
    }

    /// <summary>Whether a purpose begins with the name of a module of the host and a full stop.</summary>
    public bool IsOfModule(string purpose) => WriterOf(purpose) is { } writer && Running(writer) is not null;

    private static string? WriterOf(string purpose) => purpose.Split(':')[0].Split('.') is [var writer, _, ..] ? writer : null;

    private LoadedModule? Running(string name) =>
        modules.Running.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase));
}
