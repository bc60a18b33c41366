using RetailMember.Modules;

namespace RetailMember.Demonstrations;

/// <summary>
/// A module's share of the demonstration chain, sown into an empty database by the verb <c>seed</c> and by the first
/// start in Development. The same each time, and made by use cases, so that its books are as sound as real ones.
/// </summary>
[Seam]
public interface IDemonstration
{
    /// <summary>Lower ones first: the platform's brands and people are 0, a module's own rows 100 and above.</summary>
    int Order { get; }

    Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel);
}

/// <summary>What a person has to know of the chain that was sown.</summary>
public sealed class DemonstrationNotes
{
    private readonly List<DemonstrationLogIn> logIns = [];
    private readonly List<string> lines = [];
    private readonly Dictionary<string, string> kept = [];

    public IReadOnlyList<DemonstrationLogIn> LogIns => logIns;

    public IReadOnlyList<string> Lines => lines;

    /// <summary>A person of the chain; the password is for demonstrations only.</summary>
    public void LogIn(string userName, string password, string role) =>
        logIns.Add(new DemonstrationLogIn(userName, password, role));

    /// <summary>A line for whoever watches: how many members, which till keys.</summary>
    public void Line(string line) => lines.Add(line);

    /// <summary>For demonstrations that come later, such as the number of a card that they may use.</summary>
    /// <param name="name">Known to both, such as <c>restaurant.card</c>.</param>
    /// <param name="value">What it is.</param>
    public void Keep(string name, string value) => kept[name] = value;

    /// <summary>What an earlier one has kept; null where there is nothing.</summary>
    public string? Kept(string name) => kept.GetValueOrDefault(name);
}

public sealed record DemonstrationLogIn(string UserName, string Password, string Role);
