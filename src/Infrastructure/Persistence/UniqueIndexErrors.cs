using MethodCenter.Application.Common.Persistence;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Learning.Applications;
using MethodCenter.Domain.Learning.Certificates;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Feedback;
using MethodCenter.Domain.Learning.Frdo;
using MethodCenter.Domain.Learning.Orders;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Learning.Quotas;
using MethodCenter.Domain.Office.StatedFigures;
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
using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>The domain error behind each unique index: the race of two requests ends in the same words as the rule.</summary>
internal static class UniqueIndexErrors
{
    private static readonly Dictionary<string, Error> Known = new(StringComparer.Ordinal)
    {
        ["ux_centres_code"] = CentreErrors.CodeTaken,
        ["ux_organisations_centre_id_code"] = OrganisationErrors.CodeTaken,
        ["ux_positions_centre_id_code"] = PositionErrors.CodeTaken,
        ["ux_employees_centre_id_snils"] = EmployeeErrors.SnilsTaken,
        ["ux_accounts_login"] = AccountErrors.LoginTaken,
        ["ux_accounts_external_issuer_external_subject"] = AccountErrors.ExternalIdentityTaken,
        ["ux_centre_norms_centre_id_code_valid_from"] = NormErrors.AlreadySet,
        ["ux_programmes_centre_id_code"] = ProgrammeErrors.CodeTaken,
        ["ux_programme_editions_programme_id_number"] = Versions.Stale,
        ["ux_programme_reviews_programme_id_round_expert_key"] = ProgrammeReviewErrors.AlreadyGiven,
        ["ux_enrolments_course_id_employee_id"] = EnrolmentErrors.AlreadyEnrolled,
        ["ux_certificates_enrolment_id_kind"] = CertificateErrors.AlreadyIssued,
        ["ux_certificates_centre_id_blank_number"] = CertificateErrors.BlankUsed,
        ["ux_certificates_centre_id_series_blank_number"] = CertificateErrors.BlankUsed,
        ["ux_training_needs_employee_id_subject_key_year"] = TrainingNeedErrors.AlreadyStated,
        ["ux_training_plans_organisation_id_year"] = TrainingPlanErrors.AlreadyMade,
        ["ux_training_plan_entries_training_plan_id_need_id"] = Versions.Stale,
        ["ux_training_records_employee_id_title_key_completed_on"] = TrainingRecordErrors.AlreadyRecorded,
        ["ux_quotas_campaign_id_target_id_organisation_id"] = QuotaErrors.AlreadySet,
        ["ux_applications_campaign_id_employee_id_programme_id"] = ApplicationErrors.AlreadyApplied,
        ["ux_frdo_rows_certificate_id"] = FrdoErrors.InPackage,
        ["ux_rooms_centre_id_site_key_name_key"] = RoomErrors.NameTaken,
        ["ux_academic_calendars_centre_id_academic_year"] = CalendarErrors.AlreadySet,
        ["ux_lessons_room_id_date_stream"] = LessonErrors.RoomTaken,
        ["ux_lessons_teacher_id_date_stream"] = LessonErrors.TeacherTaken,
        ["ux_lessons_course_id_date_stream"] = LessonErrors.GroupTaken,
        ["ux_attendance_marks_lesson_id_enrolment_id"] = Versions.Stale,
        ["ux_final_assessments_course_id"] = FinalAssessmentErrors.AlreadyRecorded,
        ["ux_final_assessment_results_final_assessment_id_enrolment_id"] = Versions.Stale,
        ["ux_final_works_enrolment_id"] = FinalWorkErrors.AlreadyRecorded,
        ["ux_feedback_questionnaires_centre_id_valid_from"] = FeedbackErrors.QuestionnaireAlreadySet,
        ["ux_course_feedback_course_id"] = FeedbackErrors.AlreadyRecorded,
        ["ux_orders_centre_id_year_kind_number"] = OrderErrors.NumberTaken,
        ["ux_stated_figures_centre_id_report_period_cell_key"] = StatedFigureErrors.AlreadyRecorded,
        ["ux_attestations_employee_id_kind_position_id_decided_on"] = AttestationErrors.AlreadyRecorded,
        ["ux_support_programmes_centre_id_code"] = SupportProgrammeErrors.CodeTaken,
        ["ux_risk_editions_centre_id_code"] = SupportProgrammeErrors.EditionCodeTaken,
        ["ux_participations_cycle_id_organisation_id"] = ParticipationErrors.AlreadyAssigned,

        // Two changes of one revision that both add the same parts: the second one is stale, as its version says too.
        ["ux_risk_factors_risk_edition_id_number"] = Versions.Stale,
        ["ux_risk_assessments_participation_id_factor_number"] = Versions.Stale,
        ["ux_external_keys_centre_id_resource_source_key"] = Error.Conflict("request.same-key-at-once"),
    };

    /// <summary>Unique indexes whose violation would be a bug, not a refusal.</summary>
    internal static readonly string[] NeverViolated =
    [
        "ux_courses_centre_id_academic_year_number",
        "ux_enrolments_course_id_arrival",
        "ux_certificates_centre_id_year_number",
        "ux_certificates_code",
        "ux_frdo_packages_centre_id_number",
        "ux_frdo_rows_frdo_package_id_number",
        "ux_order_lines_order_id_enrolment_id",
        "ux_support_cycles_support_programme_id_year",
        "ux_api_keys_hash",
        "ux_calendar_links_hash",
        "ux_numerators_centre_id_sequence",
        "ux_changes_position",
        "ux_idempotency_records_account_id_key",
        "ux_protection_keys_name",
        "ux_signing_keys_thumbprint",
        "ux_webhook_deliveries_subscription_id_position",
    ];

    internal static IEnumerable<string> Names => Known.Keys;

    public static Error? Find(IModel model, UniqueViolation violation)
    {
        var name = violation.IndexName ?? FindByColumns(model, violation);
        return name is null ? null : Known.GetValueOrDefault(name);
    }

    private static string? FindByColumns(IModel model, UniqueViolation violation) =>
        model
            .GetEntityTypes()
            .Where(type => type.GetTableName() == violation.Table)
            .SelectMany(type => type.GetIndexes())
            .FirstOrDefault(index =>
                index.IsUnique
                && index.Properties.Select(property => property.GetColumnName()).SequenceEqual(violation.Columns)
            )
            ?.GetDatabaseName();
}
