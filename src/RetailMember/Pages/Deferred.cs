using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace RetailMember.Pages;

/// <summary>
/// Renders its content after the siblings before it and what is in them, such as fields in cards: they have told their
/// parent by then what they are. This works because a renderer works through its queue in order: each of the components
/// within one another waits for one more level of them.
/// </summary>
public sealed class Deferred : ComponentBase
{
    /// <summary>Components within one another that no page exceeds.</summary>
    private const int Deepest = 12;

    [Parameter] public RenderFragment? ChildContent { get; set; }

    [Parameter] public int Levels { get; set; } = Deepest;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Levels == 0)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent<Deferred>(1);
        builder.AddComponentParameter(2, nameof(Levels), Levels - 1);
        builder.AddComponentParameter(3, nameof(ChildContent), ChildContent);
        builder.CloseComponent();
    }
}
