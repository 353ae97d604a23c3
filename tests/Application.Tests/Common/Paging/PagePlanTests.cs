using System.Linq.Expressions;
using MethodCenter.Application.Common.Paging;
using MethodCenter.Domain.Territory.Organisations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MethodCenter.Application.Tests.Common.Paging;

/// <summary>Which lists have a plan of their own.</summary>
public sealed class PagePlanTests
{
    private static readonly SortFields<Organisation> Sort = new SortFields<Organisation>("name").Add(
        "name",
        organisation => organisation.NameKey
    );

    [Fact]
    public void A_projection_that_comes_again_has_a_plan()
    {
        var model = new ModelBuilder().FinalizeModel();
        var projection = Projection("!");

        Plan(model, projection).ShouldBeNull("it may never come again");
        var plan = Plan(model, projection);

        plan.ShouldNotBeNull();
        Plan(model, projection).ShouldBeSameAs(plan);
    }

    /// <remarks>Each would be compiled, and kept as long as the model, with all that it closes over.</remarks>
    [Fact]
    public void A_projection_that_is_built_for_each_request_has_none()
    {
        var model = new ModelBuilder().FinalizeModel();

        Enumerable.Range(0, 5).Select(_ => Plan(model, Projection("!"))).ShouldAllBe(plan => plan == null);
    }

    private static PagePlan<string>? Plan(IModel model, Expression<Func<Organisation, string>> projection) =>
        PagePlans<Organisation, string>.Of(model, projection, Sort.Parse(null).Value);

    private static Expression<Func<Organisation, string>> Projection(string mark) =>
        organisation => organisation.ShortName + mark;
}
