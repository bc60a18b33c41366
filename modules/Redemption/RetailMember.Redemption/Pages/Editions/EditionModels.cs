using RetailMember.Pages.Forms;
using RetailMember.Redemption.Catalogue;
using RetailMember.Redemption.Catalogue.Rules;

namespace RetailMember.Redemption.Pages.Editions;

internal sealed record EditionCalendarModel(EditionMonth Month, bool MayEdit, bool MayPublish);

/// <summary>An edition with the rewards that it may offer.</summary>
/// <param name="Form">As it is, or as a new one is proposed.</param>
/// <param name="MaySave">One that is published is changed by who may publish.</param>
/// <param name="CopiedFrom">Code of the edition that a new one was copied from.</param>
internal sealed record EditionModel(
    EditionForm Form,
    EditionView? Edition,
    string? CopiedFrom,
    IReadOnlyList<FindRewards.Row> Rewards,
    IReadOnlyDictionary<string, string> Pictures,
    bool MayEdit,
    bool MaySave,
    bool MayPublish,
    bool IsOver,
    FormFaults Faults)
{
    public bool IsNew => Edition is null;
}

/// <summary>An edition as its form has it: a line for every reward of the brand, offered or not.</summary>
internal sealed record EditionForm
{
    public required string Edition { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public IReadOnlyList<Line> Lines { get; init; } = [];

    public EditEdition.Input ToInput() =>
        new(Edition, From, To, [.. Lines.Where(l => l.Offered).Select(l => new EditionItem(l.Reward, l.Points))]);

    public Line LineOf(string reward) => Lines.FirstOrDefault(l => l.Reward == reward) ?? new Line { Reward = reward };

    public static EditionForm Of(EditionView view) => new()
    {
        Edition = view.Edition,
        From = view.From,
        To = view.To,
        Lines = [.. view.Items.Select(i => new Line { Reward = i.Reward, Offered = true, Points = i.Points })],
    };

    internal sealed record Line
    {
        public required string Reward { get; init; }
        public bool Offered { get; init; }

        /// <summary>Null where the reward's own list price counts.</summary>
        public long? Points { get; init; }
    }
}
