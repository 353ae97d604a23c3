using System.Collections.Frozen;
using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Improvement.SupportProgrammes;
using MethodCenter.Application.Learning.Applications;
using MethodCenter.Application.Learning.Campaigns;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Application.Learning.Feedback;
using MethodCenter.Application.Learning.Frdo;
using MethodCenter.Application.Learning.Orders;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Learning.Quotas;
using MethodCenter.Application.Office.StatedFigures;
using MethodCenter.Application.Office.Webhooks;
using MethodCenter.Application.Teaching.Calendars;
using MethodCenter.Application.Teaching.Journal;
using MethodCenter.Application.Teaching.Lessons;
using MethodCenter.Application.Teaching.Rooms;
using MethodCenter.Application.Territory.Accounts;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Norms;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Application.Territory.Positions;
using MethodCenter.Application.Training.TrainingNeeds;
using MethodCenter.Application.Training.TrainingPlans;
using MethodCenter.Application.Training.TrainingRecords;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Campaigns;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Feedback;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Domain.Learning.Orders;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Quotas;
using MethodCenter.Domain.Office.StatedFigures;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Domain.Teaching.Calendars;
using MethodCenter.Domain.Teaching.Journal;
using MethodCenter.Domain.Teaching.Lessons;
using MethodCenter.Domain.Teaching.Rooms;
using MethodCenter.Domain.Territory.Accounts;
using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Norms;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Territory.Positions;
using MethodCenter.Domain.Training.TrainingNeeds;
using MethodCenter.Domain.Training.TrainingPlans;
using MethodCenter.Domain.Training.TrainingRecords;

namespace MethodCenter.Application.Office.Changes;

/// <summary>A kind of objects whose changes are told.</summary>
/// <param name="Name">The resource, as the addresses name it: <c>support-programmes</c>.</param>
/// <param name="Aggregate">The aggregate behind it.</param>
/// <param name="ReadPermission">The permission that reading one such object needs; without it nothing of it is told.</param>
/// <param name="Parent">The resource within whose address it stands; null: it stands by itself.</param>
public sealed record ChangeType(string Name, Type Aggregate, string ReadPermission, string? Parent = null)
{
    /// <summary>The address of the list, where it is not the name.</summary>
    public string Path { get; init; } = Name;

    /// <summary>Where the object is read; null: its parent is not known.</summary>
    public string? AddressOf(Guid id, Guid? parentId) =>
        Parent is null ? $"{ChangeTypes.ApiBase}/{Path}/{id}"
        : parentId is null ? null
        : $"{ChangeTypes.ApiBase}/{Parent}/{parentId}/{Name}/{id}";
}

/// <summary>All kinds of objects whose changes are told: every aggregate.</summary>
public static class ChangeTypes
{
    public const int NameMaxLength = 40;

    /// <summary>Where the API begins: the feed is read also by those who do not know at which address they asked.</summary>
    public const string ApiBase = "/api/v1";

    public static IReadOnlyList<ChangeType> All { get; } =
    [
        new("academic-calendars", typeof(AcademicCalendar), CalendarPermissions.Read),
        new("accounts", typeof(Account), AccountPermissions.Manage),
        new("applications", typeof(TrainingApplication), ApplicationPermissions.Read),
        new("attestations", typeof(Attestation), AttestationPermissions.Read),
        new("campaigns", typeof(Campaign), CampaignPermissions.Read),
        new("certificates", typeof(Certificate), CertificatePermissions.Read),
        new("centres", typeof(Centre), CentrePermissions.Read),
        new("course-feedback", typeof(CourseFeedback), FeedbackPermissions.Read),
        new("courses", typeof(Course), CoursePermissions.Read),
        new("employees", typeof(Employee), EmployeePermissions.Read),
        new("enrolments", typeof(Enrolment), EnrolmentPermissions.Read, "courses"),
        new("feedback-questionnaires", typeof(FeedbackQuestionnaire), FeedbackPermissions.Read),
        new("final-assessments", typeof(FinalAssessment), JournalPermissions.Read),
        new("final-works", typeof(FinalWork), JournalPermissions.Read),
        new("frdo-packages", typeof(FrdoPackage), FrdoPermissions.Read) { Path = "frdo/packages" },
        new("lessons", typeof(Lesson), LessonPermissions.Read),
        new("norms", typeof(CentreNorm), NormPermissions.Read),
        new("orders", typeof(Order), OrderPermissions.Read),
        new("organisations", typeof(Organisation), OrganisationPermissions.Read),
        new("participations", typeof(Participation), ParticipationPermissions.Read, "support-programmes"),
        new("positions", typeof(Position), PositionPermissions.Read),
        new("programmes", typeof(Programme), ProgrammePermissions.Read),
        new("quotas", typeof(Quota), QuotaPermissions.Read),
        new("risk-editions", typeof(RiskEdition), RiskEditionPermissions.Read),
        new("rooms", typeof(Room), RoomPermissions.Read),
        new("stated-figures", typeof(StatedFigure), StatedFigurePermissions.Read),
        new("support-programmes", typeof(SupportProgramme), SupportProgrammePermissions.Read),
        new("training-needs", typeof(TrainingNeed), TrainingNeedPermissions.Read),
        new("training-plans", typeof(TrainingPlan), TrainingPlanPermissions.Read),
        new("training-records", typeof(TrainingRecord), TrainingRecordPermissions.Read),
        new("webhooks", typeof(WebhookSubscription), WebhookPermissions.Read),
    ];

    private static readonly FrozenDictionary<string, ChangeType> ByName = All.ToFrozenDictionary(
        type => type.Name,
        StringComparer.Ordinal
    );

    private static readonly FrozenDictionary<Type, ChangeType> ByAggregate = All.ToFrozenDictionary(type =>
        type.Aggregate
    );

    /// <summary>The kind of that name; null: there is none.</summary>
    public static ChangeType? Find(string name) => ByName.GetValueOrDefault(name);

    public static ChangeType Of(Type aggregate) => ByAggregate[aggregate];
}

/// <summary>What has become of an object.</summary>
public enum ChangeKind
{
    /// <summary>Создан.</summary>
    Created,

    /// <summary>Изменён.</summary>
    Changed,

    /// <summary>Удалён.</summary>
    Deleted,

    /// <summary>Сменился ключ: the code, or the name under which a neighbouring system knows it.</summary>
    KeyChanged,
}
