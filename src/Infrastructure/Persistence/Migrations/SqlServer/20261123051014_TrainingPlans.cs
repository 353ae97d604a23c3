using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MethodCenter.Infrastructure.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TrainingPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "approval_number",
                table: "programmes",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "audience",
                table: "programmes",
                type: "nvarchar(3380)",
                maxLength: 3380,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "edition",
                table: "programmes",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "licence",
                table: "programmes",
                type: "nvarchar(180)",
                maxLength: 180,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "modules",
                table: "programmes",
                type: "nvarchar(max)",
                maxLength: 18400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "provider",
                table: "programmes",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "review_round",
                table: "programmes",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "submitted_on",
                table: "programmes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "programme_edition",
                table: "courses",
                type: "int",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "programme_editions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    programme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<int>(type: "int", nullable: false),
                    title = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    hours = table.Column<int>(type: "int", nullable: false),
                    modules = table.Column<string>(type: "nvarchar(max)", maxLength: 18400, nullable: false),
                    audience = table.Column<string>(type: "nvarchar(3380)", maxLength: 3380, nullable: true),
                    approved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    approval_number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    replaced_on = table.Column<DateOnly>(type: "date", nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_editions", x => x.id);
                    table.ForeignKey(
                        name: "fk_programme_editions_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "programme_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    programme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    round = table.Column<int>(type: "int", nullable: false),
                    expert_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    expert_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    expert_key = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reviewed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    criteria = table.Column<string>(type: "nvarchar(max)", maxLength: 73800, nullable: false),
                    verdict = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    comment = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_programme_reviews_expert_id",
                        column: x => x.expert_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_programme_reviews_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "training_needs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    employee_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    people = table.Column<int>(type: "int", nullable: false),
                    programme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    topic = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    subject_key = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    year = table.Column<int>(type: "int", nullable: false),
                    source = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    stated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    comment = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_needs", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_needs_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_needs_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_needs_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    built_on = table.Column<DateOnly>(type: "date", nullable: false),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_plans_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_plan_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    training_plan_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    employee_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    origin = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    need_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    programme_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    topic = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    provider = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    quarter = table.Column<int>(type: "int", nullable: true),
                    month = table.Column<int>(type: "int", nullable: true),
                    edited = table.Column<bool>(type: "bit", nullable: false),
                    dropped = table.Column<bool>(type: "bit", nullable: false),
                    drop_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    centre_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_plan_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_plan_entries_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_training_plan_entries_need_id",
                        column: x => x.need_id,
                        principalTable: "training_needs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_training_plan_entries_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_training_plan_entries_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_training_plan_entries_training_plan_id",
                        column: x => x.training_plan_id,
                        principalTable: "training_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_employments_centre_id_employee_id",
                table: "employments",
                columns: new[] { "centre_id", "employee_id" });

            migrationBuilder.CreateIndex(
                name: "ux_programme_editions_programme_id_number",
                table: "programme_editions",
                columns: new[] { "programme_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programme_reviews_expert_id",
                table: "programme_reviews",
                column: "expert_id");

            migrationBuilder.CreateIndex(
                name: "ux_programme_reviews_programme_id_round_expert_key",
                table: "programme_reviews",
                columns: new[] { "programme_id", "round", "expert_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_needs_centre_id_stated_on_id",
                table: "training_needs",
                columns: new[] { "centre_id", "stated_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_training_needs_organisation_id_year",
                table: "training_needs",
                columns: new[] { "organisation_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_training_needs_programme_id",
                table: "training_needs",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ux_training_needs_employee_id_subject_key_year",
                table: "training_needs",
                columns: new[] { "employee_id", "subject_key", "year" },
                unique: true,
                filter: "employee_id IS NOT NULL AND state <> 'Declined'");

            migrationBuilder.CreateIndex(
                name: "ix_training_plan_entries_centre_id_year",
                table: "training_plan_entries",
                columns: new[] { "centre_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_training_plan_entries_employee_id",
                table: "training_plan_entries",
                column: "employee_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_plan_entries_need_id",
                table: "training_plan_entries",
                column: "need_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_plan_entries_organisation_id",
                table: "training_plan_entries",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_plan_entries_programme_id",
                table: "training_plan_entries",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ux_training_plan_entries_training_plan_id_need_id",
                table: "training_plan_entries",
                columns: new[] { "training_plan_id", "need_id" },
                unique: true,
                filter: "need_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_training_plans_centre_id_year_id",
                table: "training_plans",
                columns: new[] { "centre_id", "year", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_training_plans_organisation_id_year",
                table: "training_plans",
                columns: new[] { "organisation_id", "year" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "programme_editions");

            migrationBuilder.DropTable(
                name: "programme_reviews");

            migrationBuilder.DropTable(
                name: "training_plan_entries");

            migrationBuilder.DropTable(
                name: "training_needs");

            migrationBuilder.DropTable(
                name: "training_plans");

            migrationBuilder.DropIndex(
                name: "ix_employments_centre_id_employee_id",
                table: "employments");

            migrationBuilder.DropColumn(
                name: "approval_number",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "audience",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "edition",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "licence",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "modules",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "provider",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "review_round",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "submitted_on",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "programme_edition",
                table: "courses");
        }
    }
}
