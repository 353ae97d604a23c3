using System.Collections.Frozen;
using MethodCenter.Application.Career.Attestations;
using MethodCenter.Application.Common.Reports;
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
using MethodCenter.Application.Office.Audit;
using MethodCenter.Application.Office.Changes;
using MethodCenter.Application.Office.Imports;
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
using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Common.Security;

/// <summary>What each role may do: the minimum matrix of PD-13. What is not listed is denied.</summary>
public static class RolePermissions
{
    private static readonly string[] Vocabularies =
    [
        CentrePermissions.Read,
        NormPermissions.Read,
        OrganisationPermissions.Read,
        PositionPermissions.Read,
        // Who reads anything may follow its changes; each type of object needs its own permission besides.
        ChangePermissions.Read,
    ];

    private static readonly string[] SupportReader =
    [
        SupportProgrammePermissions.Read,
        RiskEditionPermissions.Read,
        ParticipationPermissions.Read,
    ];

    private static readonly string[] TimetableReader =
    [
        RoomPermissions.Read,
        CalendarPermissions.Read,
        LessonPermissions.Read,
    ];

    // A school says what it needs and plans for its own people (POL-22, POL-23); what becomes of a need is the centre's.
    private static readonly string[] TrainingPlanner =
    [
        TrainingNeedPermissions.Read,
        TrainingNeedPermissions.State,
        TrainingPlanPermissions.Read,
        TrainingPlanPermissions.Write,
        ReportPermissions.ReadTrainingPlans,
        ReportPermissions.ReadTrainingCounts,
    ];

    private static readonly string[] TimetableKeeper =
    [
        .. TimetableReader,
        RoomPermissions.Write,
        CalendarPermissions.Write,
        LessonPermissions.Write,
        JournalPermissions.Read,
        JournalPermissions.Write,
    ];

    private static readonly string[] OrderKeeper = [OrderPermissions.Read, OrderPermissions.Write];

    private static readonly string[] Methodist =
    [
        .. Vocabularies,
        ImportPermissions.Run,
        ImportPermissions.Export,
        EmployeePermissions.Read,
        ProgrammePermissions.Read,
        ProgrammePermissions.Write,
        ProgrammePermissions.Review,
        CoursePermissions.Read,
        CoursePermissions.Register,
        CoursePermissions.Change,
        CertificatePermissions.Read,
        CampaignPermissions.Read,
        CampaignPermissions.Write,
        QuotaPermissions.Read,
        QuotaPermissions.Write,
        ApplicationPermissions.Read,
        ApplicationPermissions.Submit,
        ApplicationPermissions.Withdraw,
        ApplicationPermissions.Decide,
        FrdoPermissions.Read,
        FeedbackPermissions.Read,
        FeedbackPermissions.Record,
        FeedbackPermissions.WriteQuestionnaires,
        EnrolmentPermissions.Read,
        EnrolmentPermissions.Enrol,
        EnrolmentPermissions.Withdraw,
        EnrolmentPermissions.Transfer,
        .. TimetableKeeper,
        .. TrainingPlanner,
        TrainingNeedPermissions.Decide,
        .. OrderKeeper,
        TrainingRecordPermissions.Read,
        TrainingRecordPermissions.Record,
        ReportPermissions.Read,
        ReportPermissions.ReadTrainingDue,
        StatedFigurePermissions.Read,
        StatedFigurePermissions.Write,
        AttestationPermissions.Read,
        AttestationPermissions.ReadQualification,
    ];

    private static readonly string[] Registrar =
    [
        .. Vocabularies,
        ImportPermissions.Run,
        ImportPermissions.Export,
        EmployeePermissions.Read,
        EmployeePermissions.Write,
        EmployeePermissions.ReadPersonalData,
        EmployeePermissions.WritePersonalData,
        ProgrammePermissions.Read,
        CoursePermissions.Read,
        CertificatePermissions.Read,
        CertificatePermissions.Issue,
        CertificatePermissions.Annul,
        CampaignPermissions.Read,
        CampaignPermissions.Write,
        QuotaPermissions.Read,
        QuotaPermissions.Write,
        ApplicationPermissions.Read,
        ApplicationPermissions.Submit,
        ApplicationPermissions.Withdraw,
        ApplicationPermissions.Decide,
        FrdoPermissions.Read,
        FrdoPermissions.Prepare,
        EnrolmentPermissions.Read,
        EnrolmentPermissions.Enrol,
        EnrolmentPermissions.Withdraw,
        EnrolmentPermissions.Transfer,
        .. TimetableKeeper,
        .. TrainingPlanner,
        .. OrderKeeper,
        // Who keeps the register puts the order in force once it is signed on paper.
        OrderPermissions.Sign,
        TrainingRecordPermissions.Read,
        TrainingRecordPermissions.Record,
        TrainingRecordPermissions.Annul,
        ReportPermissions.Read,
        ReportPermissions.ReadTrainingDue,
        StatedFigurePermissions.Read,
    ];

    private static readonly string[] AttestationSpecialist =
    [
        .. Vocabularies,
        ImportPermissions.Run,
        ImportPermissions.Export,
        EmployeePermissions.Read,
        EmployeePermissions.ReadPersonalData,
        EmployeePermissions.WritePersonalData,
        ReportPermissions.Read,
        StatedFigurePermissions.Read,
        StatedFigurePermissions.Write,
        AttestationPermissions.Read,
        AttestationPermissions.Record,
        AttestationPermissions.Annul,
        AttestationPermissions.ReadQualification,
        TrainingRecordPermissions.Read,
    ];

    private static readonly string[] SchoolOperator =
    [
        .. Vocabularies,
        ImportPermissions.Run,
        ImportPermissions.Export,
        EmployeePermissions.Read,
        EmployeePermissions.Write,
        ProgrammePermissions.Read,
        CoursePermissions.Read,
        CertificatePermissions.Read,
        CampaignPermissions.Read,
        QuotaPermissions.Read,
        // A school applies; whether it gets what it asks for is not the school's to say.
        ApplicationPermissions.Read,
        ApplicationPermissions.Submit,
        ApplicationPermissions.Withdraw,
        EnrolmentPermissions.Read,
        EnrolmentPermissions.Enrol,
        EnrolmentPermissions.Withdraw,
        .. TimetableReader,
        // The own learners alone: whom the organisation has sent.
        JournalPermissions.Read,
        TrainingRecordPermissions.Read,
        TrainingRecordPermissions.Record,
        .. TrainingPlanner,
        // DPO-7 is the employer's to keep: he sees who of his own staff is due.
        ReportPermissions.ReadTrainingDue,
        ReportPermissions.ReadRiskProfiles,
        AttestationPermissions.Read,
        AttestationPermissions.ReadQualification,
        .. SupportReader,
        // Which risks it works against is the school's own decision (RISK-6); its profile comes from outside (RISK-5).
        ParticipationPermissions.Plan,
    ];

    private static readonly string[] SupportCoordinator =
    [
        .. Vocabularies,
        ImportPermissions.Run,
        ImportPermissions.Export,
        EmployeePermissions.Read,
        ReportPermissions.Read,
        ReportPermissions.ReadRiskProfiles,
        StatedFigurePermissions.Read,
        .. SupportReader,
        SupportProgrammePermissions.Write,
        RiskEditionPermissions.Write,
        ParticipationPermissions.Assign,
        ParticipationPermissions.Profile,
        ParticipationPermissions.Plan,
        ParticipationPermissions.Start,
        ParticipationPermissions.Close,
    ];

    // Reads the assigned schools and attests that the work has begun; neither plans for the school nor decides on its
    // outcome, as the curator neither uploads its documents nor reopens them (RISK-9, PD-13).
    private static readonly string[] Curator =
    [
        .. Vocabularies,
        .. SupportReader,
        ImportPermissions.Export,
        ParticipationPermissions.Start,
        ReportPermissions.ReadRiskProfiles,
    ];

    private static readonly string[] Expert = [.. Vocabularies];

    private static readonly string[] Analyst =
    [
        ImportPermissions.Export,
        CentrePermissions.Read,
        NormPermissions.Read,
        OrganisationPermissions.Read,
        ChangePermissions.Read,
        ProgrammePermissions.Read,
        CoursePermissions.Read,
        .. TimetableReader,
        ReportPermissions.Read,
        ReportPermissions.ReadTrainingCounts,
        ReportPermissions.ReadRiskProfiles,
        StatedFigurePermissions.Read,
    ];

    private static readonly string[] Auditor = [AuditPermissions.Read];

    private static readonly string[] CentreAdministrator =
    [
        .. new[] { Methodist, Registrar, AttestationSpecialist, SupportCoordinator, Curator, Auditor }.SelectMany(set =>
            set
        ),
        AccountPermissions.Manage,
        // The act is the centre's, not the author's.
        ProgrammePermissions.Approve,
        CentrePermissions.Update,
        OrganisationPermissions.Write,
        PositionPermissions.Write,
        NormPermissions.Write,
        WebhookPermissions.Read,
        WebhookPermissions.Manage,
    ];

    private static readonly FrozenDictionary<Role, FrozenSet<string>> Matrix = new Dictionary<Role, string[]>
    {
        [Role.SystemAdministrator] = [.. CentreAdministrator, CentrePermissions.List, CentrePermissions.Register],
        [Role.CentreAdministrator] = CentreAdministrator,
        [Role.Methodist] = Methodist,
        [Role.Registrar] = Registrar,
        [Role.AttestationSpecialist] = AttestationSpecialist,
        [Role.SchoolOperator] = SchoolOperator,
        [Role.SupportCoordinator] = SupportCoordinator,
        [Role.Curator] = Curator,
        [Role.Expert] = Expert,
        [Role.Analyst] = Analyst,
        [Role.Auditor] = Auditor,
    }.ToFrozenDictionary(
        row => row.Key,
        row => row.Value.Append(AccountPermissions.ReadOwn).ToFrozenSet(StringComparer.Ordinal)
    );

    public static FrozenSet<string> Of(Role role) => Matrix[role];
}
