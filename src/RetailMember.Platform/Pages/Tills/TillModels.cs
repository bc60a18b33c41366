using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Tables;
using RetailMember.Platform.Tills;

namespace RetailMember.Platform.Pages.Tills;

internal sealed record TillListModel(
    IReadOnlyList<FindTills.Item> Found, TableQuery Table, IReadOnlyList<Choice> Stores, bool MayChange)
{
    public IReadOnlyList<FindTills.Item> Shown => [.. Found.Skip(Table.Skip).Take(Table.Size)];
}

/// <param name="Stores">Where the person may register one.</param>
internal sealed record TillFormModel(IReadOnlyList<Choice> Stores, FormFaults Faults);

/// <param name="Key">Shown this once.</param>
internal sealed record TillKeyModel(string Till, string Store, string Key)
{
    public string QrCode => QrImage.Of(Key);
}
