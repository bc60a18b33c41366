using RetailMember.Membership.Programmes;
using RetailMember.UseCases;

namespace RetailMember.Membership.Pages.Programmes.Editing;

/// <summary>A list of the document, each entry of which has a form.</summary>
internal abstract class ListPart<TItem, TForm>(string name, string path) : Part<TForm>
    where TForm : class
{
    public sealed override string Name => name;

    public sealed override bool IsList => true;

    public sealed override TForm Read(ProgrammeDocument document, int? index) =>
        index is { } at ? FormOf(Item(document, at)) : Blank(document);

    public sealed override ProgrammeDocument Write(ProgrammeDocument document, int? index, TForm form)
    {
        List<TItem> items = [.. Items(document)];
        if (index is not { } at) items.Add(ItemOf(form));
        else if (Item(document, at) is not null) items[at] = ItemOf(form);
        return With(document, items);
    }

    public ProgrammeDocument Without(ProgrammeDocument document, int index)
    {
        List<TItem> items = [.. Items(document)];
        Item(document, index);
        items.RemoveAt(index);
        return With(document, items);
    }

    public sealed override string? FieldOf(string path, ProgrammeDocument document, int? index)
    {
        var at = index ?? Items(document).Count - 1;
        var prefix = FormattableString.Invariant($"{PathOfList}[{at}].");
        return path.StartsWith(prefix, StringComparison.Ordinal)
            ? FieldWithin(path[prefix.Length..], Items(document)[at])
            : null;
    }

    protected abstract IReadOnlyList<TItem> Items(ProgrammeDocument document);

    protected abstract ProgrammeDocument With(ProgrammeDocument document, IReadOnlyList<TItem> items);

    protected abstract TForm Blank(ProgrammeDocument document);

    protected abstract TForm FormOf(TItem item);

    protected abstract TItem ItemOf(TForm form);

    /// <summary>Most fields are called as in the document.</summary>
    protected virtual string FieldWithin(string path, TItem item) => path;

    private string PathOfList { get; } = path;

    /// <summary>Somebody may have taken it out while this form was open.</summary>
    private TItem Item(ProgrammeDocument document, int index) =>
        Items(document) is var items && index >= 0 && index < items.Count
            ? items[index]
            : throw new Refusal("membership.programme-entry-gone", RefusalKind.NotFound);
}
