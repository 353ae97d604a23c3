using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MethodCenter.Infrastructure.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Feedback : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "feedback_questionnaires",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    questions = table.Column<string>(type: "text", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_questionnaires", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "course_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    questionnaire_id = table.Column<Guid>(type: "uuid", nullable: true),
                    respondents = table.Column<int>(type: "integer", nullable: false),
                    tallies = table.Column<string>(type: "text", nullable: false),
                    centre_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_feedback", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_feedback_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_course_feedback_questionnaire_id",
                        column: x => x.questionnaire_id,
                        principalTable: "feedback_questionnaires",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_course_feedback_centre_id_respondents",
                table: "course_feedback",
                columns: new[] { "centre_id", "respondents" });

            migrationBuilder.CreateIndex(
                name: "ix_course_feedback_questionnaire_id",
                table: "course_feedback",
                column: "questionnaire_id");

            migrationBuilder.CreateIndex(
                name: "ux_course_feedback_course_id",
                table: "course_feedback",
                column: "course_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_feedback_questionnaires_centre_id_valid_from",
                table: "feedback_questionnaires",
                columns: new[] { "centre_id", "valid_from" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "course_feedback");

            migrationBuilder.DropTable(
                name: "feedback_questionnaires");
        }
    }
}
