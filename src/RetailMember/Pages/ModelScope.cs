using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace RetailMember.Pages;

/// <summary>Cascades a model by the type that it has at run time.</summary>
public sealed class ModelScope : ComponentBase
{
    [Parameter] public object? Model { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Model is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenComponent(1, typeof(CascadingValue<>).MakeGenericType(Model.GetType()));
        builder.AddComponentParameter(2, nameof(CascadingValue<object>.Value), Model);
        builder.AddComponentParameter(3, nameof(CascadingValue<object>.IsFixed), true);
        builder.AddComponentParameter(4, nameof(CascadingValue<object>.ChildContent), ChildContent);
        builder.CloseComponent();
    }
}
