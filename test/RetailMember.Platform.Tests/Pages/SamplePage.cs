using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using RetailMember.Pages.Charts;
using RetailMember.Pages.Display;
using RetailMember.Pages.Forms;
using RetailMember.Pages.Layout;
using RetailMember.Pages.Tables;
using RetailMember.Values;

namespace RetailMember.Platform.Tests.Pages;

/// <summary>A page with one of everything, as a module would write it in Razor.</summary>
public sealed class SamplePage : ComponentBase
{
    [Parameter] public FormFaults Faults { get; set; } = FormFaults.None;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<PageHeader>(0);
        builder.AddAttribute(1, nameof(PageHeader.Title), "样例");
        builder.CloseComponent();

        builder.OpenComponent<Form>(2);
        builder.AddAttribute(3, nameof(Form.Faults), Faults);
        builder.AddAttribute(4, nameof(Form.Submit), "保存");
        builder.AddAttribute(5, nameof(Form.ChildContent), (RenderFragment)(fields =>
        {
            fields.OpenComponent<Field>(0);
            fields.AddAttribute(1, nameof(Field.Name), "mobile");
            fields.AddAttribute(2, nameof(Field.Label), "手机号");
            fields.CloseComponent();
            fields.OpenComponent<Card>(3);
            fields.AddAttribute(4, nameof(Card.ChildContent), (RenderFragment)(inCard =>
            {
                inCard.OpenComponent<Card>(0);
                inCard.AddAttribute(1, nameof(Card.ChildContent), (RenderFragment)(deeper =>
                {
                    deeper.OpenComponent<Field>(0);
                    deeper.AddAttribute(1, nameof(Field.Name), "note");
                    deeper.AddAttribute(2, nameof(Field.Label), "备注");
                    deeper.CloseComponent();
                }));
                inCard.CloseComponent();
            }));
            fields.CloseComponent();
        }));
        builder.CloseComponent();

        builder.OpenComponent<DataTable<string>>(6);
        builder.AddAttribute(7, nameof(DataTable<string>.Id), "rows");
        builder.AddAttribute(8, nameof(DataTable<string>.Rows), new[] { "<甲>", "乙" });
        builder.AddAttribute(9, nameof(DataTable<string>.ExportAddress), "/rows/export");
        builder.AddAttribute(10, nameof(DataTable<string>.Paging), Paging.Keyset(new PageOf<string>([], "next")));
        builder.AddAttribute(11, nameof(DataTable<string>.ChildContent), (RenderFragment)(columns =>
        {
            columns.OpenComponent<Column<string>>(0);
            columns.AddAttribute(1, nameof(Column<string>.Title), "名称");
            columns.AddAttribute(2, nameof(Column<string>.Sort), "name");
            columns.AddAttribute(3, nameof(Column<string>.ChildContent), (RenderFragment<string>)(row => cell => cell.AddContent(0, row)));
            columns.CloseComponent();
        }));
        builder.CloseComponent();

        builder.OpenComponent<Chart>(12);
        builder.AddAttribute(13, nameof(Chart.Label), "销售");
        builder.AddAttribute(14, nameof(Chart.Data), new ChartData(ChartKind.Bar, ["一月"], [new ChartSeries("销售", [1.5m], ChartUnit.Yuan)]));
        builder.CloseComponent();

        builder.OpenComponent<Meter>(15);
        builder.AddAttribute(16, nameof(Meter.Value), 0.5m);
        builder.AddAttribute(17, nameof(Meter.Label), "进度");
        builder.CloseComponent();
    }
}
