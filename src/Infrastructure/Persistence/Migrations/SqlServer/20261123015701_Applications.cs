using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MethodCenter.Infrastructure.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    search_key = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    provider = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decision = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    by_quota = table.Column<bool>(type: "bit", nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaigns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "quotas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    programme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    course_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    target_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    limit = table.Column<int>(type: "int", nullable: false),
                    used = table.Column<int>(type: "int", nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quotas", x => x.id);
                    table.ForeignKey(
                        name: "fk_quotas_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_quotas_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_quotas_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_quotas_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "applications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    programme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    course_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    employee_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    half_year = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    submitted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    lacks = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    arrival = table.Column<int>(type: "int", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    enrolment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    quota_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    referral_number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_applications", x => x.id);
                    table.ForeignKey(
                        name: "fk_applications_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_quota_id",
                        column: x => x.quota_id,
                        principalTable: "quotas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_applications_centre_id_submitted_on_id",
                table: "applications",
                columns: new[] { "centre_id", "submitted_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_applications_course_id",
                table: "applications",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_employee_id",
                table: "applications",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_enrolment_id",
                table: "applications",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_organisation_id",
                table: "applications",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_programme_id",
                table: "applications",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_quota_id",
                table: "applications",
                column: "quota_id");

            migrationBuilder.CreateIndex(
                name: "ux_applications_campaign_id_employee_id_programme_id",
                table: "applications",
                columns: new[] { "campaign_id", "employee_id", "programme_id" },
                unique: true,
                filter: "state <> 'Refused' AND state <> 'Withdrawn'");

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_centre_id_opens_on_id",
                table: "campaigns",
                columns: new[] { "centre_id", "opens_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_quotas_course_id",
                table: "quotas",
                column: "course_id");

            migrationBuilder.CreateIndex(
                name: "ix_quotas_organisation_id",
                table: "quotas",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_quotas_programme_id",
                table: "quotas",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ux_quotas_campaign_id_target_id_organisation_id",
                table: "quotas",
                columns: new[] { "campaign_id", "target_id", "organisation_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "applications");

            migrationBuilder.DropTable(
                name: "quotas");

            migrationBuilder.DropTable(
                name: "campaigns");
        }
    }
}
