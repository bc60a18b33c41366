using Microsoft.AspNetCore.Components;

namespace RetailMember.Pages.Tables;

/// <summary>One column of a <see cref="DataTable{TRow}"/>; its content is the template of a cell.</summary>
public sealed class Column<TRow> : ComponentBase
{
    [Parameter, EditorRequired] public string Title { get; set; } = "";

    /// <summary>What <see cref="TableQuery.Sort"/> will say when the person sorts by it; null where it cannot be sorted.</summary>
    [Parameter] public string? Sort { get; set; }

    /// <summary>Aligned right: money, points, numbers.</summary>
    [Parameter] public bool Figures { get; set; }

    [Parameter] public string? Class { get; set; }

    [Parameter] public RenderFragment<TRow>? ChildContent { get; set; }

    [CascadingParameter] private DataTable<TRow> Table { get; set; } = default!;

    internal string CellClass => $"{Class}{(Figures ? " text-lg-end num" : "")}";

    protected override void OnInitialized() => Table.Add(this);
}
