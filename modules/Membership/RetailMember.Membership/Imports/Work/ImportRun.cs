using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>One run of an import, or its rehearsal: what its steps share.</summary>
internal sealed class ImportRun(Import import, Brand brand, PersonalData personal)
{
    private const string SealedFor = "membership.import";

    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> newStores = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> mobiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowFault> impossible = new(StringComparer.OrdinalIgnoreCase);

    public Brand Brand { get; } = brand;

    public bool Enrols { get; } = import.Enrols;

    public FileLayout Layout { get; } = FileLayout.FromJson(import.Layout);

    /// <summary>The name under which the books keep what this import did.</summary>
    public string Name { get; } = NameOf(import.Id);

    public CallContext Call { get; } = new(Caller.House(NameOf(import.Id)), Channel.Import) { Brand = brand };

    public int NewStores { get; set; }

    public int NewMembers { get; set; }

    /// <summary>True once for each store that a rehearsal would open.</summary>
    public bool IsNewStore(string code) => newStores.Add(code);

    /// <summary>
    /// In a rehearsal, whose steps leave nothing behind: the number of the row that brought this mobile first.
    /// </summary>
    public string FirstWith(string mobile, string memberNo)
    {
        mobiles.TryAdd(mobile, memberNo);
        return mobiles[mobile];
    }

    public Cells CellsOf(ImportRow row) => new(Layout, CellsOf(row.Cells, personal));

    /// <summary>Those numbers that this run has not met yet.</summary>
    public string[] NotYetKnown(IEnumerable<string> memberNos) =>
        [.. memberNos.Distinct(StringComparer.OrdinalIgnoreCase).Where(no => !known.Contains(no))];

    /// <summary>Why a number that nobody has cannot be enrolled; null where it can, or is a member's.</summary>
    public RowFault? FaultOfNewcomer(string memberNo) => impossible.GetValueOrDefault(memberNo);

    public void Refuse(string newcomer, RowFault fault) => impossible[newcomer] = fault;

    public void Know(IEnumerable<string> memberNos) => known.UnionWith(memberNos);

    public static string Seal(string cells, PersonalData personal) => personal.Seal(cells, SealedFor);

    /// <summary>Also of a row that was staged before every kind of row was sealed.</summary>
    public static string[] CellsOf(string stored, PersonalData personal) =>
        Cells.Read(PersonalData.IsSealed(stored) ? personal.Open(stored, SealedFor) : stored);

    private static string NameOf(long id) => $"import:{id}";
}
