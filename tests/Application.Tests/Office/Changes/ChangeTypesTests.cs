using MethodCenter.Application.Common.Changes;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Security;
using MethodCenter.Domain.Common;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Domain.Territory.Norms;

namespace MethodCenter.Application.Tests.Office.Changes;

/// <summary>Every aggregate is published in the feed, to those who may read it.</summary>
public sealed class ChangeTypesTests
{
    public static TheoryData<string> Names => [.. ChangeTypes.All.Select(type => type.Name)];

    [Fact]
    public void Every_aggregate_has_a_type() =>
        ChangeTypes
            .All.Select(type => type.Aggregate)
            .ShouldBe(
                typeof(AggregateRoot).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AggregateRoot))),
                ignoreOrder: true
            );

    [Theory]
    [MemberData(nameof(Names))]
    public void It_needs_the_permission_that_reading_one_needs(string name)
    {
        var type = ChangeTypes.Find(name)!;
        var subject =
            type.Aggregate == typeof(CentreNorm) ? "Norm"
            : type.Aggregate == typeof(WebhookSubscription) ? "Webhook"
            : type.Aggregate == typeof(TrainingApplication) ? "Application"
            : type.Aggregate.Name;

        // An area whose objects are only listed is read by its list.
        var requests = typeof(IAppRequest).Assembly.GetTypes();
        var read =
            requests.SingleOrDefault(other => other.Name == $"Get{subject}")
            ?? requests.Single(other => other.Name == $"List{subject}s");

        type.ReadPermission.ShouldBe(PermissionAttribute.Of(read).Permission);
        name.Length.ShouldBeLessThanOrEqualTo(ChangeTypes.NameMaxLength);
        name.ShouldMatch("^([a-z]+-)*([a-z]+s|feedback)$");
    }

    [Fact]
    public void An_address_stands_within_that_of_the_parent()
    {
        var (id, parent) = (Guid.NewGuid(), Guid.NewGuid());

        ChangeTypes.Find("employees")!.AddressOf(id, null).ShouldBe($"/api/v1/employees/{id}");
        ChangeTypes.Find("enrolments")!.AddressOf(id, parent).ShouldBe($"/api/v1/courses/{parent}/enrolments/{id}");
        ChangeTypes.Find("enrolments")!.AddressOf(id, null).ShouldBeNull();
        ChangeTypes.Find("frdo-packages")!.AddressOf(id, null).ShouldBe($"/api/v1/frdo/packages/{id}");
        ChangeTypes.Find("meetings").ShouldBeNull();
    }
}
