using System.Reflection;
using System.Text;
using RetailMember.Modules;

namespace RetailMember.Redemption;

/// <summary>
/// A seam of the shelf: something ready that a module proposes, a kind of voucher, a reward or a benefit. It is offered where
/// the module is on. Head office takes it over as a draft that no member has yet, changes what it likes and offers it; what
/// the brand has under its code is never changed by it.
/// </summary>
/// <param name="Module">The module that proposes it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Code">The code that it will have, unique among its kind.</param>
/// <param name="Read">Reads its terms, as JSON in the form in which the API takes them.</param>
[Seam]
public sealed record ShelfProposal(string Module, ShelfKind Kind, string Code, Func<string> Read)
{
    /// <summary>
    /// What lies in a module's assembly as resources named <c>shelf/KIND/CODE.json</c>, the kind in lower case.
    /// </summary>
    public static IEnumerable<ShelfProposal> In(Assembly assembly, string module) =>
        from kind in Enum.GetValues<ShelfKind>()
        let folder = $"shelf/{kind.ToString().ToLowerInvariant()}/"
        from name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
        where name.StartsWith(folder, StringComparison.Ordinal)
        select new ShelfProposal(module, kind, Path.GetFileNameWithoutExtension(name), () => TextOf(assembly, name));

    private static string TextOf(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

/// <summary>What a module can propose.</summary>
public enum ShelfKind
{
    /// <summary>A voucher definition.</summary>
    Voucher,

    /// <summary>Something that points can buy.</summary>
    Reward,

    /// <summary>Something that members are entitled to.</summary>
    Benefit,
}
