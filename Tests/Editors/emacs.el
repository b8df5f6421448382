;; Uses Eglot's functions in Emacs, and writes what they show to the file that $RESULT names, as JSON.  -*- lexical-binding: t -*-
(require 'json)
(require 'flymake)

(defvar result (list))
(defun note (key value) (push (cons key value) result))

(defun wait-for (what condition)
  (with-timeout (30 (error "waited in vain for %s" what))
    (while (not (funcall condition)) (accept-process-output nil 0.02))))

(defun visit (path)
  "Opens a file as the command loop does, which starts or finds the server."
  (switch-to-buffer (find-file-noselect (expand-file-name path site-root)))
  (run-hooks 'post-command-hook)
  (wait-for "the server" #'eglot-managed-p))

(defun find-text (text)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun problems ()
  (eglot--signal-textDocument/didChange)
  (flymake-start)
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(defun places (items)
  (mapcar (lambda (item)
            (let ((place (xref-item-location item)))
              (format "%s:%s" (file-relative-name (xref-location-group place) site-root) (xref-location-line place))))
          items))

(defvar site-root (file-truename default-directory))

(defun run ()
  (fset 'y-or-n-p (lambda (&rest _) t))
  ;; Problems, and the fix of one, in a text that is not saved.
  (visit "content/demands/nine-percent.md")
  (wait-for "the problem" #'problems)
  (note 'problems (vconcat (problems)))
  (find-text "dockers-unoin")
  (eglot-code-actions (point) (+ (point) 3) "quickfix" t)
  (find-text "from: dockers-union")
  (wait-for "no problem" (lambda () (null (problems))))
  (note 'is_unsaved (if (buffer-modified-p) t json-false))
  ;; Completion of an id while it is typed.
  (find-text "replaces: first-claim")
  (end-of-line)
  (delete-char (- (length "rst-claim")))
  (let ((completion (eglot-completion-at-point)))
    (note 'completion
          (vconcat (mapcar #'string-trim
                           (mapcar #'substring-no-properties (all-completions "fi" (nth 2 completion)))))))
  (insert "rst-claim")
  (eglot--signal-textDocument/didChange)
  ;; Hover.
  (find-text "dockers-union")
  (let (text)
    (eglot-hover-eldoc-function (lambda (string &rest _) (setq text string)))
    (wait-for "the hover" (lambda () text))
    (note 'hover (substring-no-properties text)))
  ;; Definition and references.
  (note 'definition
        (car (places (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot)))))
  (find-text "title:")
  (note 'references
        (vconcat (places (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot)))))
  ;; Rename: Eglot renames no files.
  (visit "content/event.md")
  (find-text "nine-percent")
  (note 'rename (condition-case fault (progn (eglot-rename "nine-per-cent") "") (error (error-message-string fault))))
  ;; A template, while it is typed.
  (visit "templates/base.html")
  (note 'filetype (symbol-name major-mode))
  (goto-char (point-max))
  (insert "{% block footer %}{{ site.titel }}{% endblock %}\n")
  (wait-for "the problem of the template" #'problems)
  (note 'template (vconcat (problems)))
  (undo-boundary)
  (find-text "titel")
  (delete-char 5)
  (insert "title")
  (wait-for "the template without a problem" (lambda () (null (problems)))))

(condition-case fault (run) (error (note 'fault (error-message-string fault))))
(write-region (json-encode result) nil (getenv "RESULT"))
(kill-emacs 0)
