using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MethodCenter.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Timetable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "academic_calendars",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    academic_year = table.Column<int>(type: "integer", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    second_half_from = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    days_per_week = table.Column<int>(type: "integer", nullable: false),
                    breaks = table.Column<string>(type: "character varying(880)", unicode: false, maxLength: 880, nullable: false),
                    streams = table.Column<string>(type: "character varying(240)", unicode: false, maxLength: 240, nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_academic_calendars", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "final_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    protocol_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    protocol_date = table.Column<DateOnly>(type: "date", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_final_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_final_assessments_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "final_works",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    topic_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    assignment = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    assigned_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    result = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    defended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_final_works", x => x.id);
                    table.ForeignKey(
                        name: "fk_final_works_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_final_works_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_final_works_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_final_works_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rooms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    site_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    computers = table.Column<int>(type: "integer", nullable: false),
                    equipment = table.Column<string>(type: "character varying(4020)", maxLength: 4020, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    search_key = table.Column<string>(type: "character varying(301)", maxLength: 301, nullable: false, collation: "C"),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rooms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "final_assessment_results",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    final_assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    result = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_final_assessment_results", x => x.id);
                    table.ForeignKey(
                        name: "fk_final_assessment_results_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_final_assessment_results_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_final_assessment_results_final_assessment_id",
                        column: x => x.final_assessment_id,
                        principalTable: "final_assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_final_assessment_results_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lessons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    academic_year = table.Column<int>(type: "integer", nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    stream = table.Column<int>(type: "integer", nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    venue = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: true),
                    host_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    teacher_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    cancellation_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    held_recorded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lessons", x => x.id);
                    table.ForeignKey(
                        name: "fk_lessons_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lessons_host_id",
                        column: x => x.host_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lessons_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lessons_teacher_id",
                        column: x => x.teacher_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendance_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lesson_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    presence = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    minutes_given = table.Column<int>(type: "integer", nullable: false),
                    minutes_attended = table.Column<int>(type: "integer", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance_marks", x => x.id);
                    table.ForeignKey(
                        name: "fk_attendance_marks_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attendance_marks_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attendance_marks_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attendance_marks_lesson_id",
                        column: x => x.lesson_id,
                        principalTable: "lessons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attendance_marks_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ux_academic_calendars_centre_id_academic_year",
                table: "academic_calendars",
                columns: new[] { "centre_id", "academic_year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attendance_marks_course_id",
                table: "attendance_marks",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_marks_employee_id",
                table: "attendance_marks",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_marks_enrolment_id",
                table: "attendance_marks",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_marks_organisation_id",
                table: "attendance_marks",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_attendance_marks_lesson_id_enrolment_id",
                table: "attendance_marks",
                columns: new[] { "lesson_id", "enrolment_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_final_assessment_results_employee_id",
                table: "final_assessment_results",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_assessment_results_enrolment_id",
                table: "final_assessment_results",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_assessment_results_organisation_id",
                table: "final_assessment_results",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_final_assessment_results_final_assessment_id_enrolment_id",
                table: "final_assessment_results",
                columns: new[] { "final_assessment_id", "enrolment_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_final_assessments_course_id",
                table: "final_assessments",
                column: "course_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_final_works_course_id",
                table: "final_works",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_works_employee_id",
                table: "final_works",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_works_organisation_id",
                table: "final_works",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_final_works_enrolment_id",
                table: "final_works",
                column: "enrolment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lessons_centre_id_date_id",
                table: "lessons",
                columns: new[] { "centre_id", "date", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_lessons_course_id_state",
                table: "lessons",
                columns: new[] { "course_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_lessons_host_id",
                table: "lessons",
                column: "host_id");

            migrationBuilder.CreateIndex(
                name: "ux_lessons_course_id_date_stream",
                table: "lessons",
                columns: new[] { "course_id", "date", "stream" },
                unique: true,
                filter: "state = 'Planned'");

            migrationBuilder.CreateIndex(
                name: "ux_lessons_room_id_date_stream",
                table: "lessons",
                columns: new[] { "room_id", "date", "stream" },
                unique: true,
                filter: "room_id IS NOT NULL AND state = 'Planned'");

            migrationBuilder.CreateIndex(
                name: "ux_lessons_teacher_id_date_stream",
                table: "lessons",
                columns: new[] { "teacher_id", "date", "stream" },
                unique: true,
                filter: "state = 'Planned'");

            migrationBuilder.CreateIndex(
                name: "ux_rooms_centre_id_site_key_name_key",
                table: "rooms",
                columns: new[] { "centre_id", "site_key", "name_key" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "academic_calendars");

            migrationBuilder.DropTable(
                name: "attendance_marks");

            migrationBuilder.DropTable(
                name: "final_assessment_results");

            migrationBuilder.DropTable(
                name: "final_works");

            migrationBuilder.DropTable(
                name: "lessons");

            migrationBuilder.DropTable(
                name: "final_assessments");

            migrationBuilder.DropTable(
                name: "rooms");
        }
    }
}
