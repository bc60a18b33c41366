using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace RetailMember.Pages;

/// <summary>
/// Renders its content after the siblings before it: they have told their parent by then what they are. This works
/// because a renderer works through its queue in order.
/// </summary>
public sealed class Deferred : ComponentBase
{
    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ChildContent);
}
