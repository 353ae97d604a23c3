using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MethodCenter.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class V0_2_0 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_training_records_employee_id_title_key_completed_on",
                table: "training_records");

            migrationBuilder.DropIndex(
                name: "ux_accounts_external_issuer_external_subject",
                table: "accounts");

            migrationBuilder.AlterColumn<int>(
                name: "hours",
                table: "training_records",
                type: "int",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "int");

            migrationBuilder.AddColumn<string>(
                name: "provider_kind",
                table: "training_records",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AlterColumn<string>(
                name: "period",
                table: "stated_figures",
                type: "nvarchar(21)",
                maxLength: 21,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(20)",
                oldMaxLength: 20,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "page",
                table: "stated_figures",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "topics",
                table: "programmes",
                type: "nvarchar(672)",
                maxLength: 672,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "topics_key",
                table: "programmes",
                type: "nvarchar(306)",
                maxLength: 306,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "nomenclature_point",
                table: "positions",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "documents",
                table: "participations",
                type: "nvarchar(240)",
                maxLength: 240,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "monitoring_confirmed",
                table: "participations",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "own_profile",
                table: "participations",
                type: "nvarchar(max)",
                maxLength: 33780,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "founder",
                table: "organisations",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "outside_territory",
                table: "organisations",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "ownership",
                table: "organisations",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "subordination",
                table: "organisations",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "control",
                table: "orders",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "leaves_on",
                table: "orders",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "number_key",
                table: "orders",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "points",
                table: "orders",
                type: "nvarchar(max)",
                maxLength: 50000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "orders",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "signatory",
                table: "orders",
                type: "nvarchar(900)",
                maxLength: 900,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "day",
                table: "operations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "skip_hidden",
                table: "operations",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "funding_reference",
                table: "enrolments",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "funding_source",
                table: "enrolments",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<byte[]>(
                name: "team_id",
                table: "enrolments",
                type: "binary(16)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "former_education",
                table: "employments",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "former_first_name",
                table: "employments",
                type: "nvarchar(50)",
                maxLength: 50,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "former_last_name",
                table: "employments",
                type: "nvarchar(50)",
                maxLength: 50,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "former_name_key",
                table: "employments",
                type: "nvarchar(160)",
                maxLength: 160,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "former_patronymic",
                table: "employments",
                type: "nvarchar(50)",
                maxLength: 50,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "former_teaching_since",
                table: "employments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "like_key",
                table: "employees",
                type: "nvarchar(160)",
                maxLength: 160,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "outside_territory",
                table: "employees",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "waiting_in_teams",
                table: "courses",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "issuer",
                table: "certificates",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "receipt_mark",
                table: "certificates",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "received_on",
                table: "certificates",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "departments",
                table: "centres",
                type: "nvarchar(max)",
                maxLength: 60000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "former_names",
                table: "centres",
                type: "nvarchar(max)",
                maxLength: 54600,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "founder",
                table: "centres",
                type: "nvarchar(1320)",
                maxLength: 1320,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "head",
                table: "centres",
                type: "nvarchar(1120)",
                maxLength: 1120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "legal_form",
                table: "centres",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "licence",
                table: "centres",
                type: "nvarchar(840)",
                maxLength: 840,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "order_indexes",
                table: "centres",
                type: "nvarchar(180)",
                maxLength: 180,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "phones",
                table: "centres",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "sandbox",
                table: "centres",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "secretary",
                table: "centres",
                type: "nvarchar(1120)",
                maxLength: 1120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "site",
                table: "centres",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "town",
                table: "centres",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<byte[]>(
                name: "key_id",
                table: "calendar_links",
                type: "binary(16)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "attestations",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "taken_over",
                table: "attestations",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "referral",
                table: "applications",
                type: "nvarchar(2080)",
                maxLength: 2080,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "change_gaps",
                columns: table => new
                {
                    to = table.Column<long>(type: "bigint", nullable: false),
                    from = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_gaps", x => x.to);
                });

            migrationBuilder.CreateTable(
                name: "contingents",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    organisation_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    academic_year = table.Column<int>(type: "int", nullable: false),
                    grade = table.Column<int>(type: "int", nullable: false),
                    pupils = table.Column<int>(type: "int", nullable: false),
                    classes = table.Column<int>(type: "int", nullable: true),
                    counted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    centre_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contingents", x => x.id);
                    table.ForeignKey(
                        name: "fk_contingents_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "head_attestations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    employee_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    organisation_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    position_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    commission = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    act_number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    act_date = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    is_candidate = table.Column<bool>(type: "bit", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    rule_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rule_basis = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rule_edition = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    annulled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    annulment_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    centre_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_head_attestations", x => x.id);
                    table.ForeignKey(
                        name: "fk_head_attestations_employee_id",
                        column: x => x.employee_id,
                        principalTable: "employees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_head_attestations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_head_attestations_position_id",
                        column: x => x.position_id,
                        principalTable: "positions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    course_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    organisation_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name_key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    centre_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teams", x => x.id);
                    table.ForeignKey(
                        name: "fk_teams_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_teams_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "topics",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name_key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    other_names = table.Column<string>(type: "nvarchar(max)", maxLength: 12600, nullable: true),
                    state = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    merged_into_id = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    centre_id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topics", x => x.id);
                    table.ForeignKey(
                        name: "fk_topics_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "topics",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_training_records_identity",
                table: "training_records",
                columns: new[] { "employee_id", "title_key", "completed_on", "kind", "provider_key" },
                unique: true,
                filter: "state = 'Recorded'");

            migrationBuilder.CreateIndex(
                name: "ix_stated_figures_centre_id_period_cell_key_id",
                table: "stated_figures",
                columns: new[] { "centre_id", "period", "cell_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_orders_centre_id_year_number_key",
                table: "orders",
                columns: new[] { "centre_id", "year", "number_key" },
                unique: true,
                filter: "[number_key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_centre_id_arrived_on_id",
                table: "enrolments",
                columns: new[] { "centre_id", "arrived_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_team_id",
                table: "enrolments",
                column: "team_id");

            migrationBuilder.CreateIndex(
                name: "ix_employees_centre_id_like_key",
                table: "employees",
                columns: new[] { "centre_id", "like_key" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_external_issuer_external_subject",
                table: "accounts",
                columns: new[] { "external_issuer", "external_subject" });

            migrationBuilder.CreateIndex(
                name: "ux_accounts_centre_id_external_issuer_external_subject",
                table: "accounts",
                columns: new[] { "centre_id", "external_issuer", "external_subject" },
                unique: true,
                filter: "[external_issuer] IS NOT NULL AND [external_subject] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_contingents_centre_id_academic_year_grade_id",
                table: "contingents",
                columns: new[] { "centre_id", "academic_year", "grade", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_contingents_organisation_id_academic_year_grade",
                table: "contingents",
                columns: new[] { "organisation_id", "academic_year", "grade" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_head_attestations_centre_id_decided_on_id",
                table: "head_attestations",
                columns: new[] { "centre_id", "decided_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_head_attestations_employee_id_decided_on",
                table: "head_attestations",
                columns: new[] { "employee_id", "decided_on" });

            migrationBuilder.CreateIndex(
                name: "ix_head_attestations_organisation_id",
                table: "head_attestations",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_head_attestations_position_id",
                table: "head_attestations",
                column: "position_id");

            migrationBuilder.CreateIndex(
                name: "ux_head_attestations_decision",
                table: "head_attestations",
                columns: new[] { "employee_id", "organisation_id", "position_id", "decided_on" },
                unique: true,
                filter: "state = 'Recorded'");

            migrationBuilder.CreateIndex(
                name: "ix_teams_organisation_id",
                table: "teams",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ux_teams_course_id_organisation_id_name_key",
                table: "teams",
                columns: new[] { "course_id", "organisation_id", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_topics_merged_into_id",
                table: "topics",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ux_topics_centre_id_code",
                table: "topics",
                columns: new[] { "centre_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_topics_centre_id_name_key",
                table: "topics",
                columns: new[] { "centre_id", "name_key" },
                unique: true,
                filter: "state <> 'Merged'");

            migrationBuilder.AddForeignKey(
                name: "fk_enrolments_team_id",
                table: "enrolments",
                column: "team_id",
                principalTable: "teams",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_enrolments_team_id",
                table: "enrolments");

            migrationBuilder.DropTable(
                name: "change_gaps");

            migrationBuilder.DropTable(
                name: "contingents");

            migrationBuilder.DropTable(
                name: "head_attestations");

            migrationBuilder.DropTable(
                name: "teams");

            migrationBuilder.DropTable(
                name: "topics");

            migrationBuilder.DropIndex(
                name: "ux_training_records_identity",
                table: "training_records");

            migrationBuilder.DropIndex(
                name: "ix_stated_figures_centre_id_period_cell_key_id",
                table: "stated_figures");

            migrationBuilder.DropIndex(
                name: "ux_orders_centre_id_year_number_key",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_enrolments_centre_id_arrived_on_id",
                table: "enrolments");

            migrationBuilder.DropIndex(
                name: "ix_enrolments_team_id",
                table: "enrolments");

            migrationBuilder.DropIndex(
                name: "ix_employees_centre_id_like_key",
                table: "employees");

            migrationBuilder.DropIndex(
                name: "ix_accounts_external_issuer_external_subject",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ux_accounts_centre_id_external_issuer_external_subject",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "provider_kind",
                table: "training_records");

            migrationBuilder.DropColumn(
                name: "page",
                table: "stated_figures");

            migrationBuilder.DropColumn(
                name: "topics",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "topics_key",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "nomenclature_point",
                table: "positions");

            migrationBuilder.DropColumn(
                name: "documents",
                table: "participations");

            migrationBuilder.DropColumn(
                name: "monitoring_confirmed",
                table: "participations");

            migrationBuilder.DropColumn(
                name: "own_profile",
                table: "participations");

            migrationBuilder.DropColumn(
                name: "founder",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "outside_territory",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "ownership",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "subordination",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "control",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "leaves_on",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "number_key",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "points",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "signatory",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "day",
                table: "operations");

            migrationBuilder.DropColumn(
                name: "skip_hidden",
                table: "operations");

            migrationBuilder.DropColumn(
                name: "funding_reference",
                table: "enrolments");

            migrationBuilder.DropColumn(
                name: "funding_source",
                table: "enrolments");

            migrationBuilder.DropColumn(
                name: "team_id",
                table: "enrolments");

            migrationBuilder.DropColumn(
                name: "former_education",
                table: "employments");

            migrationBuilder.DropColumn(
                name: "former_first_name",
                table: "employments");

            migrationBuilder.DropColumn(
                name: "former_last_name",
                table: "employments");

            migrationBuilder.DropColumn(
                name: "former_name_key",
                table: "employments");

            migrationBuilder.DropColumn(
                name: "former_patronymic",
                table: "employments");

            migrationBuilder.DropColumn(
                name: "former_teaching_since",
                table: "employments");

            migrationBuilder.DropColumn(
                name: "like_key",
                table: "employees");

            migrationBuilder.DropColumn(
                name: "outside_territory",
                table: "employees");

            migrationBuilder.DropColumn(
                name: "waiting_in_teams",
                table: "courses");

            migrationBuilder.DropColumn(
                name: "issuer",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "receipt_mark",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "received_on",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "departments",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "former_names",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "founder",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "head",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "legal_form",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "licence",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "order_indexes",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "phones",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "sandbox",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "secretary",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "site",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "town",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "key_id",
                table: "calendar_links");

            migrationBuilder.DropColumn(
                name: "source",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "taken_over",
                table: "attestations");

            migrationBuilder.DropColumn(
                name: "referral",
                table: "applications");

            migrationBuilder.AlterColumn<int>(
                name: "hours",
                table: "training_records",
                type: "int",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "int",
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "period",
                table: "stated_figures",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(21)",
                oldMaxLength: 21,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "ux_training_records_employee_id_title_key_completed_on",
                table: "training_records",
                columns: new[] { "employee_id", "title_key", "completed_on" },
                unique: true,
                filter: "state = 'Recorded'");

            migrationBuilder.CreateIndex(
                name: "ux_accounts_external_issuer_external_subject",
                table: "accounts",
                columns: new[] { "external_issuer", "external_subject" },
                unique: true,
                filter: "[external_issuer] IS NOT NULL AND [external_subject] IS NOT NULL");
        }
    }
}
